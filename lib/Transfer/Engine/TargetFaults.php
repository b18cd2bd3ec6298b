<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Engine;

use OCA\Compagnon\Transfer\Fault\Fault;
use OCA\Compagnon\Transfer\Fault\FaultKind;
use OCA\Compagnon\Transfer\Target\FilesFault;
use OCA\Compagnon\Transfer\Target\FilesFaultKind;

/** What it means for an item, or the run, that the space did not take something. */
final readonly class TargetFaults {
	public static function of(FilesFault $fault): Fault {
		return match ($fault->kind) {
			FilesFaultKind::Full => new Fault(FaultKind::NoRoom, 'no_room', null, $fault),
			FilesFaultKind::Locked => new Fault(FaultKind::Again, 'locked', $fault->waitSeconds, $fault),
			FilesFaultKind::ReadOnly => new Fault(FaultKind::Final, 'read_only', null, $fault),
			FilesFaultKind::Refused => new Fault(FaultKind::Final, 'name_refused', null, $fault),
			FilesFaultKind::Missing => new Fault(FaultKind::Again, 'target_missing', null, $fault),
			FilesFaultKind::Taken, FilesFaultKind::Changed => new Fault(FaultKind::Again, 'taken', null, $fault),
			FilesFaultKind::Unavailable => new Fault(FaultKind::Again, 'storage_unavailable', null, $fault),
		};
	}
}
