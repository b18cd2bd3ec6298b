<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Privacy;

/** What a table of the app is for, said once and used for export, erasure and the page about privacy. */
final readonly class Table {
	/**
	 * @param string $name without prefix
	 * @param string $purpose why the rows are kept
	 * @param string $reader who can see them
	 * @param string $retention how long they live
	 * @param ?string $person column with the id of the account; null when the rows are about nobody, or are of a parent
	 * @param list<string> $exported columns a person receives
	 * @param ?array{column: string, table: string} $parent column with the id of a row of another table, whose person these rows are about
	 * @param list<string> $mentions further columns with the id of an account; emptied with that account, the row stays
	 */
	public function __construct(
		public string $name,
		public string $purpose,
		public string $reader,
		public string $retention,
		public ?string $person,
		public array $exported,
		public ?array $parent = null,
		public array $mentions = [],
	) {
	}

	/**
	 * @param list<self> $tables all of them
	 * @return ?string SQL for the rows that `:person` receives: those about them, else those that mention them; null for none
	 */
	public function exportedFor(array $tables): ?string {
		$mentioned = array_map(static fn (string $column): string => "$column = :person", $this->mentions);
		return $this->about($tables) ?? ($this->exported === [] || $mentioned === [] ? null : implode(' OR ', $mentioned));
	}

	/**
	 * @param list<self> $tables all of them
	 * @return ?string SQL for the rows about the person `:person`; null when they are about nobody
	 */
	public function about(array $tables): ?string {
		if ($this->parent === null) {
			return $this->person === null ? null : "{$this->person} = :person";
		}
		foreach ($tables as $table) {
			if ($table->name === $this->parent['table']) {
				return "{$this->parent['column']} IN (SELECT id FROM *PREFIX*{$table->name} WHERE " . $table->about($tables) . ')';
			}
		}
		throw new \LogicException("There is no table {$this->parent['table']}");
	}
}
