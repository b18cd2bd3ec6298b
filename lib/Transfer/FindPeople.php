<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer;

use OCA\Compagnon\Error\Refused;
use OCA\Compagnon\Port\People;

/** Members for whom somebody can begin a move. */
final readonly class FindPeople {
	private const LIMIT = 25;

	public function __construct(
		private TransferRules $rules,
		private People $people,
	) {
	}

	/**
	 * @return list<array{id: string, name: string}> by name, without whoever asks
	 * @throws Refused
	 */
	public function find(string $asker, string $search): array {
		$this->rules->requireForOthers($asker);
		$others = array_filter($this->people->find(trim($search), self::LIMIT + 1), static fn (array $person): bool => $person['id'] !== $asker);
		return array_slice(array_values($others), 0, self::LIMIT);
	}
}
