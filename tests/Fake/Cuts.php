<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Fake;

use OCA\Compagnon\Error\Unavailable;
use OCA\Compagnon\Transfer\Engine\Checkpoint;

/** Where the power goes, and what happens meanwhile. */
final class Cuts extends Checkpoint {
	/** @var array<string, int> moment to how often it is still passed before the power goes there */
	public array $at = [];
	/** @var array<string, int> the same for a database that does not answer there */
	public array $outages = [];
	/** @var (\Closure(string): void)|null called at each moment */
	public ?\Closure $watch = null;
	/** @var array<string, int> how often each was reached */
	public array $reached = [];
	/** @var array<string, int> how often it went wrong in each way */
	public array $met = [];

	#[\Override]
	public function reach(string $moment): void {
		$this->reached[$moment] = ($this->reached[$moment] ?? 0) + 1;
		if ($this->watch !== null) {
			($this->watch)($moment);
		}
		if (isset($this->at[$moment]) && $this->at[$moment]-- <= 0) {
			unset($this->at[$moment]);
			$this->meet('kill');
			throw new PowerCut();
		}
		if (isset($this->outages[$moment]) && $this->outages[$moment]-- <= 0) {
			unset($this->outages[$moment]);
			$this->meet('outage');
			throw Unavailable::database(new \RuntimeException('the database went away'));
		}
	}

	public function meet(string $what): void {
		$this->met[$what] = ($this->met[$what] ?? 0) + 1;
	}
}
