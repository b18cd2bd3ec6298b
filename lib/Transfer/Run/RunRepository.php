<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Run;

use OCA\Compagnon\Port\Database;

/**
 * The table compagnon_transfer_run. Every change of state names the states it may come from, and what a worker writes
 * names the worker: whoever has lost the lease changes nothing any more.
 *
 * @phpstan-import-type Row from Database
 * @phpstan-import-type Value from Database
 */
final readonly class RunRepository {
	private const TABLE = 'compagnon_transfer_run';
	private const UPDATE = 'UPDATE *PREFIX*' . self::TABLE . ' SET ';
	private const SELECT = 'SELECT * FROM *PREFIX*' . self::TABLE . ' WHERE ';

	public function __construct(
		private Database $database,
	) {
	}

	public function create(Run $run): void {
		$this->database->insertIgnore(self::TABLE, [
			'id' => $run->id,
			'user_id' => $run->userId,
			'started_by' => $run->startedBy,
			'source' => $run->source,
			'account' => $run->account,
			'state' => $run->state->value,
			'phase' => $run->phase->value,
			'options' => $run->options->toJson(),
			'created_at' => $run->createdAt,
			'updated_at' => $run->createdAt,
			'lease_until' => 0,
		]);
	}

	public function find(string $id): ?Run {
		return $this->select('id = :id', ['id' => $id])[0] ?? null;
	}

	/** @return list<Run> that fill this person's space, the newest first */
	public function ofPerson(string $userId): array {
		return $this->select('user_id = :user ORDER BY created_at DESC, id ASC', ['user' => $userId]);
	}

	/** @return list<Run> that this person began for somebody else, the newest first */
	public function startedBy(string $userId): array {
		return $this->select('started_by = :user AND user_id <> :user ORDER BY created_at DESC, id ASC', ['user' => $userId]);
	}

	/** @return list<Run> the oldest first */
	public function inState(RunState $state): array {
		return $this->select('state = :state ORDER BY created_at ASC, id ASC', ['state' => $state->value]);
	}

	/** @return list<Run> active ones that nobody works on and that are due */
	public function due(int $now): array {
		return $this->select(
			'state = :state AND lease_until < :now AND (not_before IS NULL OR not_before <= :now) ORDER BY created_at ASC, id ASC',
			['state' => RunState::Active->value, 'now' => $now],
		);
	}

	/** @return list<Run> that ended before that time and still have rows of items */
	public function endedBefore(int $time): array {
		return $this->select('finished_at < :time AND erased_at IS NULL ORDER BY finished_at ASC, id ASC', ['time' => $time]);
	}

	/** @return list<Run> that nothing was written for, and that nobody has touched since before that time */
	public function forgottenBefore(int $time): array {
		$states = self::named(RunState::UNTOUCHED);
		return $this->select('updated_at < :time AND ' . self::isOneOf($states) . ' ORDER BY updated_at ASC, id ASC', ['time' => $time] + $states);
	}

	/** @return bool false when the run is not in a state in which it can be chosen anew */
	public function choose(string $id, RunOptions $options, int $now): bool {
		$states = self::named(RunState::UNTOUCHED);
		return $this->database->execute(
			self::UPDATE . 'options = :options, updated_at = :now WHERE id = :id AND ' . self::isOneOf($states),
			['options' => $options->toJson(), 'now' => $now, 'id' => $id] + $states,
		) === 1;
	}

	/**
	 * Changes the state. A wish that was there is met or void by that, but for one that came while the run began to wait.
	 *
	 * @param non-empty-list<RunState> $from
	 * @return bool false when the run was in none of these states
	 */
	public function transition(string $id, array $from, RunState $to, int $now, ?string $code = null, ?int $notBefore = null): bool {
		$states = self::named($from);
		$wish = in_array($to, [RunState::WaitingReconnect, RunState::WaitingRoom, RunState::Ready], true) ? '' : ', wish = NULL';
		$end = $to->isEnd() ? ', finished_at = :now' : '';
		return $this->database->execute(
			self::UPDATE . "state = :state, code = :code, not_before = :before, updated_at = :now$wish$end"
			. ' WHERE id = :id AND ' . self::isOneOf($states),
			['state' => $to->value, 'code' => $code, 'before' => $notBefore, 'now' => $now, 'id' => $id] + $states,
		) === 1;
	}

	/** Goes on to the next phase; a run that moves has begun. */
	public function advance(string $id, RunPhase $from, RunPhase $to, int $now): bool {
		$begin = $to === RunPhase::Move ? ', started_at = COALESCE(started_at, :now)' : '';
		return $this->database->execute(
			self::UPDATE . "phase = :to, not_before = NULL, updated_at = :now$begin WHERE id = :id AND phase = :from",
			['to' => $to->value, 'now' => $now, 'id' => $id, 'from' => $from->value],
		) === 1;
	}

	/** Opens a run again that is over, so that what did not come is tried once more. */
	public function reopen(string $id, int $now): bool {
		return $this->database->execute(
			self::UPDATE . 'state = :active, phase = :move, code = NULL, wish = NULL, not_before = NULL, finished_at = NULL, updated_at = :now'
			. ' WHERE id = :id AND started_at IS NOT NULL AND erased_at IS NULL AND state IN (:partial, :failed, :cancelled)',
			[
				'active' => RunState::Active->value, 'move' => RunPhase::Move->value, 'now' => $now, 'id' => $id,
				'partial' => RunState::Partial->value, 'failed' => RunState::Failed->value, 'cancelled' => RunState::Cancelled->value,
			],
		) === 1;
	}

	/** Begins again from the first phase, with nothing listed; only while nothing has been moved. */
	public function rewind(string $id, int $now): bool {
		return $this->database->execute(
			self::UPDATE . 'phase = :scan, cursor_state = NULL, updated_at = :now WHERE id = :id AND started_at IS NULL AND state IN (:draft, :ready)',
			['scan' => RunPhase::Scan->value, 'now' => $now, 'id' => $id, 'draft' => RunState::Draft->value, 'ready' => RunState::Ready->value],
		) === 1;
	}

	/** Somebody for whom it was begun says yes, and with what: it is theirs to prepare from then on. */
	public function accept(string $id, ?string $account, RunOptions $options, int $now): bool {
		return $this->database->execute(
			self::UPDATE . 'state = :draft, account = :account, options = :options, updated_at = :now WHERE id = :id AND state = :asked',
			['draft' => RunState::Draft->value, 'account' => $account, 'options' => $options->toJson(), 'now' => $now, 'id' => $id, 'asked' => RunState::Asked->value],
		) === 1;
	}

	/** The account that it reads from was connected again, by another connection. */
	public function readFrom(string $id, string $account): void {
		$this->database->execute(self::UPDATE . 'account = :account WHERE id = :id', ['account' => $account, 'id' => $id]);
	}

	/** @return bool false when the run has ended */
	public function wish(string $id, RunWish $wish, int $now): bool {
		$ends = [];
		foreach (array_filter(RunState::cases(), static fn (RunState $state): bool => $state->isEnd()) as $i => $state) {
			$ends["end$i"] = $state->value;
		}
		return $this->database->execute(
			self::UPDATE . 'wish = :wish, updated_at = :now WHERE id = :id AND state NOT IN (:' . implode(', :', array_keys($ends)) . ')',
			['wish' => $wish->value, 'now' => $now, 'id' => $id] + $ends,
		) === 1;
	}

	/** @return bool false when somebody else has it */
	public function lease(string $id, string $worker, int $now, int $until): bool {
		return $this->database->execute(
			self::UPDATE . 'lease_until = :until, worker = :worker WHERE id = :id AND (lease_until < :now OR worker = :worker)',
			['until' => $until, 'worker' => $worker, 'id' => $id, 'now' => $now],
		) === 1;
	}

	public function release(string $id, string $worker): void {
		$this->database->execute(
			self::UPDATE . 'lease_until = 0, worker = NULL WHERE id = :id AND worker = :worker',
			['id' => $id, 'worker' => $worker],
		);
	}

	/**
	 * Keeps where the phases are, and the time before which nothing is due.
	 *
	 * @param array<array-key, mixed> $cursor
	 * @return bool false when the worker has lost the lease
	 */
	public function keepCursor(string $id, string $worker, array $cursor, ?int $notBefore = null): bool {
		return $this->database->execute(
			self::UPDATE . 'cursor_state = :cursor, not_before = :before WHERE id = :id AND worker = :worker',
			['cursor' => self::json($cursor), 'before' => $notBefore, 'id' => $id, 'worker' => $worker],
		) === 1;
	}

	/**
	 * @param array<array-key, mixed> $totals
	 * @return bool false when the run is gone
	 */
	public function keepTotals(string $id, array $totals): bool {
		return $this->database->execute(self::UPDATE . 'totals = :totals WHERE id = :id', ['totals' => self::json($totals), 'id' => $id]) === 1;
	}

	public function markErased(string $id, int $now): void {
		$this->database->execute(self::UPDATE . 'erased_at = :now WHERE id = :id', ['now' => $now, 'id' => $id]);
	}

	public function remove(string $id): void {
		$this->database->execute('DELETE FROM *PREFIX*' . self::TABLE . ' WHERE id = :id', ['id' => $id]);
	}

	/**
	 * @param array<string, Value> $values
	 * @return list<Run>
	 */
	private function select(string $where, array $values): array {
		return array_map(RunRow::read(...), $this->database->query(self::SELECT . $where, $values));
	}

	/** @param array<array-key, mixed> $data */
	private static function json(array $data): string {
		return json_encode($data, JSON_THROW_ON_ERROR | JSON_INVALID_UTF8_SUBSTITUTE);
	}

	/**
	 * @param non-empty-list<RunState> $states
	 * @return non-empty-array<string, string> a parameter for each
	 */
	private static function named(array $states): array {
		$named = [];
		foreach ($states as $i => $state) {
			$named["from$i"] = $state->value;
		}
		return $named;
	}

	/** @param non-empty-array<string, string> $states */
	private static function isOneOf(array $states): string {
		return 'state IN (:' . implode(', :', array_keys($states)) . ')';
	}
}
