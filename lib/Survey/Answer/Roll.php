<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Survey\Answer;

use OCA\Compagnon\Error\Unavailable;
use OCA\Compagnon\Port\Database;
use OCA\Compagnon\Port\Random;
use OCA\Compagnon\Port\Secrets;

/**
 * Who has answered, never what: a mark that nobody can make again once the survey's key is destroyed. In the table
 * compagnon_survey_roll, where the key of a survey is a row of its own.
 */
final readonly class Roll {
	private const TABLE = 'compagnon_survey_roll';
	private const KEY_BYTES = 32;

	public function __construct(
		private Database $database,
		private Secrets $secrets,
		private Random $random,
	) {
	}

	/** @return bool false when this person was on it */
	public function add(string $userId, string $survey, string $period): bool {
		return $this->database->insertIgnore(self::TABLE, ['id' => $this->mark($userId, $this->key($survey, $period)), 'survey' => $survey, 'period' => $period, 'secret' => null]);
	}

	public function has(string $userId, string $survey, string $period): bool {
		$key = $this->keyOf($survey, $period);
		return $key !== null && $this->database->query('SELECT id FROM *PREFIX*' . self::TABLE . ' WHERE id = :id', ['id' => $this->mark($userId, $key)]) !== [];
	}

	/** The person may answer again: what they said is gone. */
	public function release(string $userId, string $survey, string $period): void {
		$key = $this->keyOf($survey, $period);
		if ($key !== null) {
			$this->database->execute('DELETE FROM *PREFIX*' . self::TABLE . ' WHERE id = :id', ['id' => $this->mark($userId, $key)]);
		}
	}

	/** The marks of this person go, as long as there is a key that finds them. */
	public function forget(string $userId): void {
		foreach ($this->open() as $one) {
			$this->release($userId, $one['survey'], $one['period']);
		}
	}

	/** @return list<array{survey: string, period: string}> surveys that somebody has answered and that are not closed */
	public function open(): array {
		$rows = $this->database->query('SELECT survey, period FROM *PREFIX*' . self::TABLE . ' WHERE secret IS NOT NULL ORDER BY period, survey');
		return array_map(static fn (array $row): array => ['survey' => (string)$row['survey'], 'period' => (string)$row['period']], $rows);
	}

	/** Destroys the key, and the marks that nobody can read any more. */
	public function close(string $survey, string $period): void {
		$this->database->execute('DELETE FROM *PREFIX*' . self::TABLE . ' WHERE survey = :survey AND period = :period', ['survey' => $survey, 'period' => $period]);
	}

	private function key(string $survey, string $period): string {
		$known = $this->keyOf($survey, $period);
		if ($known !== null) {
			return $known;
		}
		$this->database->insertIgnore(self::TABLE, [
			'id' => self::keyId($survey, $period),
			'survey' => $survey,
			'period' => $period,
			'secret' => $this->secrets->seal(base64_encode($this->random->bytes(self::KEY_BYTES))),
		]);
		// Whoever was first has made the one that holds.
		return $this->keyOf($survey, $period) ?? throw Unavailable::database(new \RuntimeException('the key of a survey was not kept'));
	}

	private function keyOf(string $survey, string $period): ?string {
		$rows = $this->database->query('SELECT secret FROM *PREFIX*' . self::TABLE . ' WHERE id = :id', ['id' => self::keyId($survey, $period)]);
		try {
			return $rows === [] ? null : (string)base64_decode($this->secrets->open((string)$rows[0]['secret']), true);
		} catch (Unavailable) {
			// The server's secret was changed: the marks are nobody's any more. The tokens still count how many answer.
			$this->close($survey, $period);
			return null;
		}
	}

	private function mark(string $userId, #[\SensitiveParameter] string $key): string {
		return hash_hmac('sha256', $userId, $key);
	}

	private static function keyId(string $survey, string $period): string {
		return hash('sha256', "openl/roll|$survey|$period");
	}
}
