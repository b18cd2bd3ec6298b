<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Adventure;

use OCA\Compagnon\Tour\Fact;
use OCA\Compagnon\Tour\Right;

/** What the server has to know of a quest. */
final readonly class Quest {
	/**
	 * @param string $app app that it is done in
	 * @param ?Right $needs what the person must be allowed to do
	 * @param ?string $tour id of the tour that helps with it
	 * @param array<string, ?Fact> $levels what proves each of its levels; null where the person says so
	 * @param \stdClass $file as the story has it, words as keys
	 */
	public function __construct(
		public string $id,
		public string $app,
		public ?Right $needs,
		public ?string $tour,
		public array $levels,
		public \stdClass $file,
	) {
	}

	public function has(Level $level): bool {
		return array_key_exists($level->value, $this->levels);
	}

	/** @return ?Fact null where nothing can be looked up */
	public function fact(Level $level): ?Fact {
		return $this->levels[$level->value] ?? null;
	}
}
