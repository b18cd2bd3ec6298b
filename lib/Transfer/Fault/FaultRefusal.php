<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Fault;

use OCA\Compagnon\Error\NotFound;
use OCA\Compagnon\Error\Refusal;
use OCA\Compagnon\Error\Refused;
use OCA\Compagnon\Error\Unavailable;

/** What a fault means for somebody who waits for an answer. */
final readonly class FaultRefusal {
	public static function of(Fault $fault): Refusal {
		$sentence = FaultWords::source($fault->reason);
		return match ($fault->kind) {
			FaultKind::Vanished => new NotFound($sentence, previous: $fault),
			FaultKind::Again, FaultKind::Throttled, FaultKind::Restart, FaultKind::NoRoom => new Unavailable($sentence, previous: $fault),
			FaultKind::Reconnect, FaultKind::Unsupported, FaultKind::Final => new Refused($sentence, previous: $fault),
		};
	}
}
