<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Privacy;

use OCA\Compagnon\Port\Database;
use OCA\Compagnon\Port\Preferences;
use OCA\Compagnon\Port\Settings;
use OCA\Compagnon\Survey\Panel\SurveyOfPerson;
use OCA\Compagnon\Transfer\LetGo;

/** Erases what the app keeps. Only this does: disabling or removing the app erases nothing. */
final readonly class Forget {
	public function __construct(
		private Tables $tables,
		private Database $database,
		private Preferences $preferences,
		private Settings $settings,
		private LetGo $letGo,
		private SurveyOfPerson $surveys,
	) {
	}

	/** @return int rows erased */
	public function person(string $userId): int {
		// Providers are asked one by one: no transaction is open meanwhile.
		$gone = $this->letGo->person($userId);
		return $gone + $this->database->transactional(function () use ($userId): int {
			$rows = 0;
			foreach ($this->tables->all() as $table) {
				$about = $table->about($this->tables->all());
				if ($about !== null) {
					$rows += $this->database->execute("DELETE FROM *PREFIX*{$table->name} WHERE $about", ['person' => $userId]);
				}
				foreach ($table->mentions as $column) {
					$this->database->execute("UPDATE *PREFIX*{$table->name} SET $column = :nobody WHERE $column = :person", ['nobody' => '', 'person' => $userId]);
				}
			}
			$this->surveys->forget($userId);
			$this->preferences->forget($userId);
			return $rows;
		});
	}

	/** @return int rows erased */
	public function everything(): int {
		$gone = $this->letGo->everything();
		return $gone + $this->database->transactional(function (): int {
			$rows = 0;
			foreach ($this->tables->all() as $table) {
				$rows += $this->database->execute("DELETE FROM *PREFIX*{$table->name}");
			}
			$this->preferences->forget(null);
			$this->settings->forget();
			return $rows;
		});
	}
}
