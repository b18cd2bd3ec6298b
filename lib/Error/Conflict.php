<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Error;

/** Something is not, or not any more, as the request supposes. */
abstract class Conflict extends Refusal {
	/** @return array<string, array<string, mixed>> what is true now, by the name it has in openapi.json */
	abstract public function now(): array;
}
