<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Controller\Http;

use OCP\AppFramework\Http;
use OCP\AppFramework\Http\Response;

/**
 * A whole page of ours, without the platform's scripts and styles around it.
 *
 * @extends Response<Http::STATUS_*, array<string, mixed>>
 */
final class PageResponse extends Response {
	/** @param string $policy what the page may load */
	public function __construct(
		private readonly string $html,
		string $policy,
		int $status = Http::STATUS_OK,
	) {
		parent::__construct($status);
		$this->addHeader('Content-Type', 'text/html; charset=utf-8');
		$this->addHeader('Content-Security-Policy', $policy);
		$this->addHeader('Vary', 'Accept-Language');
		// Results are there to be found.
		$this->addHeader('X-Robots-Tag', 'all');
		$this->addHeader('X-Content-Type-Options', 'nosniff');
	}

	#[\Override]
	public function render(): string {
		return $this->html;
	}
}
