<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory;

use OCA\Compagnon\Port\Clock;

/**
 * Makes the keys that are missing, and replaces one by another. What was sealed to the old one, and tokens that were given
 * out, hold until the surveys of their time are over.
 */
final readonly class RotateKey {
	public function __construct(
		private KeyStore $keys,
		private SigningKeys $signing,
		private Surveys $surveys,
		private MakeCatalogue $catalogue,
		private Clock $clock,
	) {
	}

	/** @return bool whether any was missing */
	public function makeMissing(): bool {
		$made = false;
		foreach (KeyRole::cases() as $role) {
			if ($this->keys->all($role) === []) {
				$this->keys->keep($role, [$this->keys->make()]);
				$made = true;
			}
		}
		return $made;
	}

	public function rotate(KeyRole $role): void {
		if ($role === KeyRole::Catalogue) {
			$this->catalogue->make($this->signing->prepare());
			$this->signing->change();
			return;
		}
		$old = $role === KeyRole::Receipts ? [] : array_map($this->until(...), $this->keys->all($role));
		$this->keys->keep($role, [$this->keys->make(), ...$old]);
		$this->catalogue->make();
	}

	/** An earlier rotation may have given it a day already. */
	private function until(Key $key): Key {
		$today = gmdate('Y-m-d', $this->clock->now());
		$days = array_map(
			static fn (Survey $survey): string => $survey->state === SurveyState::Open ? gmdate('Y-m-d', $survey->endOfTaking()) : $today,
			$this->surveys->all(),
		);
		return $key->neededTo($key->neededTo ?? max([$today, ...$days]));
	}
}
