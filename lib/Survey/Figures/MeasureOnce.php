<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Survey\Figures;

use OCA\Compagnon\Openl\Period;
use OCA\Compagnon\Port\Clock;
use OCA\Compagnon\Port\Database;
use OCA\Compagnon\Survey\Day;
use OCA\Compagnon\Survey\SpaceFigures;

/** Measures once a quarter, and again when somebody said yes on a later day. The table compagnon_survey_figures. */
final readonly class MeasureOnce {
	private const TABLE = 'compagnon_survey_figures';

	public function __construct(
		private SpaceFigures $figures,
		private Database $database,
		private Clock $clock,
	) {
	}

	/**
	 * @param ?int $since UTC seconds; what was measured on a day before does not count
	 * @param bool $again whether what was measured does not count at all
	 */
	public function of(Period $period, ?int $since = null, bool $again = false): Measured {
		$known = $again ? null : $this->known($period);
		if ($known !== null && ($since === null || $known->day >= Day::of($since))) {
			return $known;
		}
		$measured = new Measured(Day::of($this->clock->now()), $this->figures->measure());
		$this->database->transactional(function () use ($period, $measured): void {
			$this->database->execute('DELETE FROM *PREFIX*' . self::TABLE . ' WHERE period = :period', ['period' => $period->name]);
			$this->database->insertIgnore(self::TABLE, ['period' => $period->name, 'day' => $measured->day, 'metrics' => json_encode((object)$measured->figures, JSON_THROW_ON_ERROR)]);
		});
		return $measured;
	}

	public function known(Period $period): ?Measured {
		$rows = $this->database->query('SELECT day, metrics FROM *PREFIX*' . self::TABLE . ' WHERE period = :period', ['period' => $period->name]);
		$figures = $rows === [] ? null : json_decode((string)$rows[0]['metrics'], true);
		return is_array($figures) ? new Measured((int)$rows[0]['day'], $this->bands($figures)) : null;
	}

	/**
	 * @param array<array-key, mixed> $figures
	 * @return array<string, string|list<string>|null>
	 */
	private function bands(array $figures): array {
		$bands = [];
		foreach ($figures as $name => $value) {
			$bands[(string)$name] = is_array($value) ? array_values(array_filter($value, is_string(...))) : (is_string($value) ? $value : null);
		}
		return $bands;
	}
}
