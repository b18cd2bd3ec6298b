<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory\Registry;

use OCA\Compagnon\Error\Conflict;

/** The space has its tokens of this period; a second batch would be a second vote. */
final class OtherBatch extends Conflict {
	public function __construct() {
		parent::__construct('This space has its tokens for this survey already. The same request is answered again, another is not.');
	}

	#[\Override]
	public function now(): array {
		return [];
	}
}
