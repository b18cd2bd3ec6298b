<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Privacy;

use OCA\Compagnon\Port\Database;
use OCA\Compagnon\Port\Preferences;
use OCA\Compagnon\Space\PersonalSettings;
use OCA\Compagnon\Survey\Panel\SurveyOfPerson;

/**
 * Everything that the app keeps about a person.
 *
 * @phpstan-import-type Row from Database
 */
final readonly class Export {
	public function __construct(
		private Tables $tables,
		private Database $database,
		private PersonalSettings $settings,
		private Preferences $preferences,
		private SurveyOfPerson $surveys,
	) {
	}

	/** @return array{tables: array<string, list<Row>>, settings: array{quiet: bool}, notes: array<string, string>, surveys: array{choices: array<string, mixed>, answered: list<string>}} */
	public function person(string $userId): array {
		$tables = [];
		foreach ($this->tables->all() as $table) {
			$about = $table->exportedFor($this->tables->all());
			if ($about !== null) {
				$tables[$table->name] = $this->database->query(
					'SELECT ' . implode(', ', $table->exported) . " FROM *PREFIX*{$table->name} WHERE $about",
					['person' => $userId],
				);
			}
		}
		return ['tables' => $tables, 'settings' => $this->settings->toArray($userId), 'notes' => $this->preferences->texts($userId), 'surveys' => $this->surveys->toArray($userId)];
	}
}
