<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Nextcloud\Survey;

/** A list as it stands in a statement, where each value has a name of its own. */
final readonly class Listed {
	/** @param array<string, string> $values */
	private function __construct(
		public string $names,
		public array $values,
	) {
	}

	/** @param list<string> $values */
	public static function of(string $name, array $values): self {
		$named = [];
		foreach ($values as $number => $value) {
			$named[$name . $number] = $value;
		}
		return new self(implode(', ', array_map(static fn (string $key): string => ":$key", array_keys($named))), $named);
	}

	/** @return string a condition to put behind another one; nothing when the list is empty, which SQL does not allow */
	public function without(string $column): string {
		return $this->values === [] ? '' : " AND $column NOT IN ($this->names)";
	}
}
