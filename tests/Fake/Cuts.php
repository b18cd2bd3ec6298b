<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Fake;

use OCA\Compagnon\Transfer\Engine\Checkpoint;

/** Where the power goes, and what happens meanwhile. */
final class Cuts extends Checkpoint {
	/** @var array<string, int> moment to how often it is still passed before the power goes there */
	public array $at = [];
	/** @var (\Closure(string): void)|null called at each moment */
	public ?\Closure $watch = null;
	/** @var array<string, int> how often each was reached */
	public array $reached = [];

	#[\Override]
	public function reach(string $moment): void {
		$this->reached[$moment] = ($this->reached[$moment] ?? 0) + 1;
		if ($this->watch !== null) {
			($this->watch)($moment);
		}
		if (isset($this->at[$moment]) && $this->at[$moment]-- <= 0) {
			unset($this->at[$moment]);
			throw new PowerCut();
		}
	}
}
