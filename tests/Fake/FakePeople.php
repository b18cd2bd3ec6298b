<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Fake;

use OCA\Compagnon\Port\People;

final class FakePeople implements People {
	/** @param array<string, string> $names by id */
	public function __construct(
		public array $names = ['nadia' => 'Nadia Benali', 'bruno' => 'Bruno Lefèvre', 'camille' => 'Camille Roux'],
	) {
	}

	#[\Override]
	public function exists(string $userId): bool {
		return isset($this->names[$userId]);
	}

	#[\Override]
	public function name(string $userId): string {
		return $this->names[$userId] ?? $userId;
	}

	#[\Override]
	public function find(string $text, int $limit): array {
		$found = [];
		foreach ($this->names as $id => $name) {
			if ($text === '' || mb_stripos("$id\n$name", $text) !== false) {
				$found[] = ['id' => (string)$id, 'name' => $name];
			}
		}
		usort($found, static fn (array $a, array $b): int => strcasecmp($a['name'], $b['name']));
		return array_slice($found, 0, $limit);
	}
}
