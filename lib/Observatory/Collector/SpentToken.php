<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory\Collector;

use OCA\Compagnon\Error\Conflict;

/** Another report was sent with this token. */
final class SpentToken extends Conflict {
	public function __construct() {
		parent::__construct('Another report was sent with this token. It counts, this one does not.');
	}

	#[\Override]
	public function now(): array {
		return [];
	}
}
