<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory\Publisher\Count;

/** What was counted for one question, exactly. Never leaves the publisher: what is shown of it Protect decides. */
final readonly class Counted {
	/**
	 * @param int $answered who gave an answer
	 * @param list<int> $cells by choice
	 * @param int $sum of scores, in steps
	 * @param int $squares of scores, in steps
	 */
	public function __construct(
		public Asked $asked,
		public int $answered,
		public array $cells,
		public int $sum = 0,
		public int $squares = 0,
	) {
	}

	public function count(string $choice): int {
		$place = array_search($choice, $this->asked->ids(), true);
		return $place === false ? 0 : $this->cells[$place];
	}
}
