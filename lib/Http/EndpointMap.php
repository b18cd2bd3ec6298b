<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Http;

/** The map of endpoints as whoever looks after the server wrote it down: host to address, "*.host" for all below it. */
final readonly class EndpointMap {
	/** @var array<string, string> */
	private array $urls;

	/** @param array<array-key, mixed> $written what is no address is passed over */
	public function __construct(array $written) {
		$urls = [];
		foreach ($written as $host => $url) {
			if (is_string($host) && is_string($url) && preg_match('#^https?://[^/]#i', $url) === 1) {
				$urls[strtolower($host)] = rtrim($url, '/');
			}
		}
		$this->urls = $urls;
	}

	/** @return ?string without a slash at its end */
	public function inPlaceOf(string $host): ?string {
		foreach ($this->urls as $pattern => $url) {
			if (Hosts::allow($host, [$pattern])) {
				return $url;
			}
		}
		return null;
	}
}
