<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Survey\Consent;

use OCA\Compagnon\Port\Database;
use OCA\Compagnon\Port\Random;

/**
 * The table compagnon_survey_consent: decisions are added, never changed.
 *
 * @phpstan-import-type Row from Database
 */
final readonly class DecisionRepository {
	private const TABLE = 'compagnon_survey_consent';

	public function __construct(
		private Database $database,
		private Random $random,
	) {
	}

	public function add(Decision $decision): void {
		do {
			$last = $this->database->query('SELECT MAX(seq) AS highest FROM *PREFIX*' . self::TABLE);
			$added = $this->database->insertIgnore(self::TABLE, [
				'id' => $this->random->id(),
				'seq' => (int)($last[0]['highest'] ?? 0) + 1,
				'decided_by' => $decision->decidedBy,
				'decided_at' => $decision->decidedAt,
				'surveys' => $decision->surveys->value,
				'figures' => $decision->figures ? 1 : 0,
				'left_out' => implode(',', $decision->leftOut),
				'metrics' => implode(',', $decision->metrics),
				'notice' => $decision->notice,
				'version' => $decision->version,
				'observatory' => $decision->observatory,
			]);
		} while (!$added);
	}

	public function latest(): ?Decision {
		$rows = $this->database->query('SELECT * FROM *PREFIX*' . self::TABLE . ' WHERE seq = (SELECT MAX(seq) FROM *PREFIX*' . self::TABLE . ')');
		return $rows === [] ? null : $this->hydrate($rows[0]);
	}

	/** @return list<Decision> the newest first */
	public function all(): array {
		return array_map($this->hydrate(...), $this->database->query('SELECT * FROM *PREFIX*' . self::TABLE . ' ORDER BY seq DESC'));
	}

	/** @return ?int UTC seconds since when figures have been agreed to without a break; null when they are not */
	public function figuresSince(): ?int {
		$since = null;
		foreach ($this->all() as $decision) {
			if (!$decision->figures) {
				break;
			}
			$since = $decision->decidedAt;
		}
		return $since;
	}

	/** @param Row $row */
	private function hydrate(array $row): Decision {
		return new Decision(
			(string)$row['decided_by'],
			(int)$row['decided_at'],
			SurveyLevel::from((string)$row['surveys']),
			(int)$row['figures'] === 1,
			self::names((string)$row['left_out']),
			self::names((string)$row['metrics']),
			(string)$row['notice'],
			(string)$row['version'],
			(string)$row['observatory'],
		);
	}

	/** @return list<string> */
	private static function names(string $text): array {
		return $text === '' ? [] : explode(',', $text);
	}
}
