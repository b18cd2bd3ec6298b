<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Survey\Token;

use OCA\Compagnon\Error\Unavailable;
use OCA\Compagnon\Openl\KeyId;
use OCA\Compagnon\Openl\Token;
use OCA\Compagnon\Openl\Voprf\Blinded;
use OCA\Compagnon\Port\Database;
use OCA\Compagnon\Port\Random;
use OCA\Compagnon\Port\Secrets;

/** Tokens that are ready, and batches that were asked for, sealed in the table compagnon_survey_token. */
final readonly class TokenRepository {
	private const TABLE = 'compagnon_survey_token';
	private const BLINDED = 'blinded';
	private const DONE = 'done';
	private const GONE = 'gone';
	private const READY = 'ready';
	private const OF_BATCH = 'survey = :survey AND period = :period AND kind = :kind AND key_id = :key';

	public function __construct(
		private Database $database,
		private Secrets $secrets,
		private Random $random,
	) {
	}

	/** Whether the registry has said its last word about the batch. */
	public function isDone(Batch $batch): bool {
		return in_array($this->state($batch), [self::DONE, self::GONE], true);
	}

	/** Whether that word was tokens. */
	public function wasAnswered(Batch $batch): bool {
		return $this->state($batch) === self::DONE;
	}

	/**
	 * Keeps what was blinded before it is sent: an answer that got lost is asked for again with the same.
	 *
	 * @param \Closure(): list<Blinded> $blind
	 * @return list<Blinded> those that were kept first
	 */
	public function blinded(Batch $batch, \Closure $blind): array {
		$find = fn (): array => $this->database->query('SELECT sealed FROM *PREFIX*' . self::TABLE . ' WHERE id = :id', ['id' => $batch->id()]);
		if ($find() === []) {
			$texts = array_map(static fn (Blinded $one): string => $one->toText(), $blind());
			$this->database->insertIgnore(self::TABLE, $this->row($batch, $batch->id(), self::BLINDED, implode("\n", $texts)));
		}
		$texts = $this->open((string)($find()[0]['sealed'] ?? ''));
		if ($texts === null) {
			$this->database->execute('DELETE FROM *PREFIX*' . self::TABLE . ' WHERE id = :id', ['id' => $batch->id()]);
			return $this->blinded($batch, $blind);
		}
		return array_map(Blinded::fromText(...), explode("\n", $texts));
	}

	/** @param list<Token> $tokens */
	public function finish(Batch $batch, #[\SensitiveParameter] array $tokens): void {
		$this->database->transactional(function () use ($batch, $tokens): void {
			foreach ($this->settle($batch, self::DONE) ? $tokens : [] as $token) {
				$this->database->insertIgnore(self::TABLE, $this->row($batch, $this->random->id(), self::READY, $token->encode()));
			}
		});
	}

	/** The batch can never be answered. */
	public function giveUp(Batch $batch): void {
		$this->settle($batch, self::GONE);
	}

	/** @return ?Token one of those that are ready, by chance; nobody else gets it */
	public function take(Batch $batch): ?Token {
		$rows = $this->ready($batch);
		while ($rows !== []) {
			$at = $this->random->between(0, count($rows) - 1);
			$token = $this->open((string)$rows[$at]['sealed']);
			if ($this->database->execute('DELETE FROM *PREFIX*' . self::TABLE . ' WHERE id = :id', ['id' => (string)$rows[$at]['id']]) === 1 && $token !== null) {
				return Token::decode($token);
			}
			array_splice($rows, $at, 1);
		}
		return null;
	}

	public function left(Batch $batch): int {
		return count($this->ready($batch));
	}

	/**
	 * Removes what belongs to surveys that are over: all but these.
	 *
	 * @param list<string> $keep as `survey|period`
	 */
	public function keepOnly(array $keep): void {
		foreach ($this->database->query('SELECT DISTINCT survey, period FROM *PREFIX*' . self::TABLE) as $row) {
			if (!in_array("{$row['survey']}|{$row['period']}", $keep, true)) {
				$this->database->execute('DELETE FROM *PREFIX*' . self::TABLE . ' WHERE survey = :survey AND period = :period', ['survey' => (string)$row['survey'], 'period' => (string)$row['period']]);
			}
		}
	}

	/** @return bool whether nobody was faster */
	private function settle(Batch $batch, string $state): bool {
		return $this->database->execute(
			'UPDATE *PREFIX*' . self::TABLE . ' SET state = :state, sealed = :nothing WHERE id = :id AND state = :blinded',
			['state' => $state, 'nothing' => '', 'id' => $batch->id(), 'blinded' => self::BLINDED],
		) === 1;
	}

	private function state(Batch $batch): ?string {
		$rows = $this->database->query('SELECT state FROM *PREFIX*' . self::TABLE . ' WHERE id = :id', ['id' => $batch->id()]);
		return $rows === [] ? null : (string)$rows[0]['state'];
	}

	/** @return list<array<string, string|int|float|bool|null>> */
	private function ready(Batch $batch): array {
		return $this->database->query(
			'SELECT id, sealed FROM *PREFIX*' . self::TABLE . ' WHERE ' . self::OF_BATCH . ' AND state = :ready ORDER BY id',
			['survey' => $batch->survey->id, 'period' => $batch->survey->period->name, 'kind' => $batch->kind->value, 'key' => bin2hex(KeyId::of($batch->issuer)), 'ready' => self::READY],
		);
	}

	/** @return ?string null when the server's secret was changed since: it is lost */
	private function open(string $sealed): ?string {
		try {
			return $this->secrets->open($sealed);
		} catch (Unavailable) {
			return null;
		}
	}

	/** @return non-empty-array<string, string> */
	private function row(Batch $batch, string $id, string $state, #[\SensitiveParameter] string $secret): array {
		return [
			'id' => $id,
			'survey' => $batch->survey->id,
			'period' => $batch->survey->period->name,
			'kind' => $batch->kind->value,
			'key_id' => bin2hex(KeyId::of($batch->issuer)),
			'state' => $state,
			'sealed' => $this->secrets->seal($secret),
		];
	}
}
