<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Http\Curl;

use OCA\Compagnon\Http\Addresses;
use OCA\Compagnon\Http\Hosts;
use OCA\Compagnon\Http\Unreachable;
use OCA\Compagnon\Http\UnreachableKind;
use OCA\Compagnon\Port\Endpoints;

/** Decides whether an address may be asked, and where it really is. */
final class Router {
	private const REMEMBERED_SECONDS = 300;

	/** @var array<string, array{int, list<string>}> by host: until when, and its addresses */
	private array $known = [];
	/** @var \Closure(string): list<string> */
	private readonly \Closure $lookUp;

	/** @param (\Closure(string): list<string>)|null $lookUp addresses of a host; the system's when null */
	public function __construct(
		private readonly Endpoints $endpoints,
		private readonly CurlSettings $settings,
		?\Closure $lookUp = null,
	) {
		$this->lookUp = $lookUp ?? self::ask(...);
	}

	/**
	 * @param list<string> $hosts that may be asked
	 * @throws Unreachable
	 */
	public function route(string $url, array $hosts): Route {
		$parts = parse_url($url);
		$host = strtolower($parts['host'] ?? '');
		$isPlain = $parts !== false && strtolower($parts['scheme'] ?? '') === 'https' && ($parts['port'] ?? 443) === 443 && !isset($parts['user']);
		if ($parts === false || !$isPlain || preg_match('/[\x00-\x20\x7f]/', $url) === 1 || !Hosts::allow($host, $hosts)) {
			throw new Unreachable(UnreachableKind::ForeignHost, "$host may not be asked");
		}
		$base = $this->endpoints->inPlaceOf($host);
		if ($base !== null) {
			return new Route($base . ($parts['path'] ?? '/') . (isset($parts['query']) ? '?' . $parts['query'] : ''), null, true);
		}
		if (Addresses::isLocalName($host)) {
			throw new Unreachable(UnreachableKind::ForeignHost, "$host is local");
		}
		if ($this->settings->proxy !== '' && !Hosts::allow($host, $this->settings->withoutProxy)) {
			return new Route($url, null, false);
		}
		return new Route($url, "$host:443:" . implode(',', $this->addresses($host)), true);
	}

	/** @return non-empty-list<string> */
	private function addresses(string $host): array {
		if (($this->known[$host][0] ?? 0) < time()) {
			$this->known[$host] = [time() + self::REMEMBERED_SECONDS, ($this->lookUp)($host)];
		}
		$addresses = $this->known[$host][1];
		if ($addresses === []) {
			unset($this->known[$host]);
			throw new Unreachable(UnreachableKind::NoConnection, "$host has no address");
		}
		foreach ($addresses as $address) {
			if (!Addresses::isPublic($address)) {
				throw new Unreachable(UnreachableKind::ForeignHost, "$host leads to a local address");
			}
		}
		return array_map(static fn (string $address): string => str_contains($address, ':') ? "[$address]" : $address, $addresses);
	}

	/** @return list<string> */
	private static function ask(string $host): array {
		$old = gethostbynamel("$host.");
		$new = @dns_get_record($host, DNS_AAAA);
		return [...($old === false ? [] : $old), ...array_values(array_filter(array_column($new === false ? [] : $new, 'ipv6'), 'is_string'))];
	}
}
