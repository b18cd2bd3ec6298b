<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Http;

/** Which addresses are out there, and which are this machine or its neighbours. */
final class Addresses {
	/** What PHP's own list of private and reserved ranges leaves out. */
	private const ALSO_LOCAL = ['/^100\.(6[4-9]|[789]\d|1[01]\d|12[0-7])\./', '/^192\.0\.0\./', '/^198\.1[89]\./', '/^(22[4-9]|23\d)\./', '/^f[ef]/i', '/^64:ff9b:/i', '/^2002:/i'];

	/** Whether nothing of ours answers there: neither this machine, nor its network, nor what a cloud tells its machines. */
	public static function isPublic(string $address): bool {
		$address = trim($address, '[]');
		$packed = @inet_pton($address);
		if ($packed === false) {
			return false;
		}
		// An IPv4 address in the clothes of an IPv6 one.
		if (strlen($packed) === 16 && (str_starts_with($packed, str_repeat("\0", 10) . "\xff\xff") || str_starts_with($packed, str_repeat("\0", 12)))) {
			$address = (string)inet_ntop(substr($packed, 12));
		}
		if (filter_var($address, FILTER_VALIDATE_IP, FILTER_FLAG_NO_PRIV_RANGE | FILTER_FLAG_NO_RES_RANGE) === false) {
			return false;
		}
		foreach (self::ALSO_LOCAL as $range) {
			if (preg_match($range, $address) === 1) {
				return false;
			}
		}
		return true;
	}

	/** Whether the name says by itself that it leads nowhere outside: an address, or one of the names of this machine. */
	public static function isLocalName(string $host): bool {
		$host = strtolower(rtrim($host, '.'));
		$isAddress = filter_var(trim($host, '[]'), FILTER_VALIDATE_IP) !== false;
		return $isAddress ? !self::isPublic($host) : preg_match('/(^|\.)(localhost|local|localdomain|internal|lan|home\.arpa)$/D', $host) === 1 || !str_contains($host, '.');
	}
}
