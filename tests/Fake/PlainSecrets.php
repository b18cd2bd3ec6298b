<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Fake;

use OCA\Compagnon\Error\Unavailable;
use OCA\Compagnon\Port\Secrets;

/** Hides nothing, but notices a change. */
final class PlainSecrets implements Secrets {
	#[\Override]
	public function seal(string $plain): string {
		return 'sealed:' . bin2hex(random_bytes(4)) . ':' . md5($plain) . ':' . base64_encode($plain);
	}

	#[\Override]
	public function open(string $sealed): string {
		$parts = explode(':', $sealed);
		$plain = count($parts) === 4 ? base64_decode($parts[3], true) : false;
		if ($plain === false || $parts[0] !== 'sealed' || md5($plain) !== $parts[2]) {
			throw Unavailable::secret(new \RuntimeException('not sealed here'));
		}
		return $plain;
	}
}
