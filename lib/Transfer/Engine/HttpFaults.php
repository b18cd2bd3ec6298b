<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Engine;

use OCA\Compagnon\Http\Unreachable;
use OCA\Compagnon\Http\UnreachableKind;
use OCA\Compagnon\Transfer\Fault\Fault;
use OCA\Compagnon\Transfer\Fault\FaultKind;

/** What it means for an item that no complete answer came. */
final readonly class HttpFaults {
	public static function of(Unreachable $fault): Fault {
		return new Fault(
			$fault->kind === UnreachableKind::ForeignHost ? FaultKind::Final : FaultKind::Again,
			'unreachable_' . $fault->kind->value,
			null,
			$fault,
		);
	}
}
