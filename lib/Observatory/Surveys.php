<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory;

use OCA\Compagnon\Openl\Period;
use OCA\Compagnon\Openl\ReportKind;
use OCA\Compagnon\Port\Database;

/**
 * The table compagnon_publisher_survey.
 *
 * @phpstan-import-type Row from Database
 */
final readonly class Surveys {
	private const TABLE = 'compagnon_publisher_survey';

	public function __construct(
		private Database $database,
	) {
	}

	/** @return bool false when there is one for this period already */
	public function add(Survey $survey): bool {
		return $this->database->insertIgnore(self::TABLE, [
			'survey' => $survey->id,
			'period' => $survey->period->name,
			'kind' => $survey->kind->value,
			'version' => $survey->version,
			'sha256' => $survey->sha256,
			'file' => $survey->file,
			'opens' => $survey->opens,
			'closes' => $survey->closes,
			'state' => $survey->state->value,
			'seed' => $survey->seed,
			'organiser' => $survey->organiser,
			'contact' => $survey->contact,
			'release_sha256' => $survey->releaseSha256,
			'released_on' => $survey->releasedOn,
		]);
	}

	public function find(string $survey, string $period): ?Survey {
		$rows = $this->database->query(
			'SELECT * FROM *PREFIX*' . self::TABLE . ' WHERE survey = :survey AND period = :period',
			['survey' => $survey, 'period' => $period],
		);
		return $rows === [] ? null : $this->hydrate($rows[0]);
	}

	/** @return list<Survey> by period, newest first */
	public function all(): array {
		return array_map($this->hydrate(...), $this->database->query('SELECT * FROM *PREFIX*' . self::TABLE . ' ORDER BY period DESC, survey ASC'));
	}

	/** @return bool whether it was in that state */
	public function change(string $survey, string $period, SurveyState $from, SurveyState $to): bool {
		return $this->database->execute(
			'UPDATE *PREFIX*' . self::TABLE . ' SET state = :to_state WHERE survey = :survey AND period = :period AND state = :from_state',
			['to_state' => $to->value, 'from_state' => $from->value, 'survey' => $survey, 'period' => $period],
		) === 1;
	}

	/** @return bool whether it was frozen, or published before */
	public function released(string $survey, string $period, string $sha256, string $day): bool {
		return $this->database->execute(
			'UPDATE *PREFIX*' . self::TABLE . ' SET state = :published, release_sha256 = :sha256, released_on = :on_day'
			. ' WHERE survey = :survey AND period = :period AND state IN (:frozen, :before)',
			[
				'published' => SurveyState::Published->value, 'before' => SurveyState::Published->value, 'frozen' => SurveyState::Frozen->value,
				'sha256' => $sha256, 'on_day' => $day, 'survey' => $survey, 'period' => $period,
			],
		) === 1;
	}

	/** @param Row $row */
	private function hydrate(array $row): Survey {
		return new Survey(
			(string)$row['survey'],
			new Period((string)$row['period']),
			ReportKind::from((string)$row['kind']),
			(string)$row['version'],
			(string)$row['sha256'],
			(string)$row['file'],
			(string)$row['opens'],
			(string)$row['closes'],
			SurveyState::from((string)$row['state']),
			(string)$row['seed'],
			(string)$row['organiser'],
			(string)$row['contact'],
			$row['release_sha256'] === null ? null : (string)$row['release_sha256'],
			$row['released_on'] === null ? null : (string)$row['released_on'],
		);
	}
}
