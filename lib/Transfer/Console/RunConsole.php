<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Console;

use OCA\Compagnon\Error\NotFound;
use OCA\Compagnon\Error\Refusal;
use OCA\Compagnon\Port\Clock;
use OCA\Compagnon\Transfer\CancelRun;
use OCA\Compagnon\Transfer\Engine\RunSlice;
use OCA\Compagnon\Transfer\Engine\SliceResult;
use OCA\Compagnon\Transfer\PauseRun;
use OCA\Compagnon\Transfer\Run\Run;
use OCA\Compagnon\Transfer\Run\RunRepository;
use OCA\Compagnon\Transfer\Run\RunState;

/**
 * What whoever runs the server can do with runs from a console; acts are those of the person who began the run.
 */
final readonly class RunConsole {
	private const SLICE = 600;

	public function __construct(
		private RunRepository $runs,
		private RunText $text,
		private PauseRun $pause,
		private CancelRun $cancel,
		private RunSlice $slice,
		private Clock $clock,
	) {
	}

	/**
	 * @param ?string $userId whose runs; null for those of everybody
	 * @return list<Run> those that are not over first
	 */
	public function list(?string $userId): array {
		$runs = $userId !== null ? $this->runs->ofPerson($userId) : array_merge(...array_map($this->runs->inState(...), RunState::cases()));
		usort($runs, static fn (Run $a, Run $b): int => [$a->state->isEnd(), $b->createdAt, $a->id] <=> [$b->state->isEnd(), $a->createdAt, $b->id]);
		return $runs;
	}

	/** @throws NotFound */
	public function get(string $id): Run {
		return $this->runs->find($id) ?? throw new NotFound('There is no such move. The command transfer:list shows those that are there.');
	}

	/** @throws Refusal */
	public function pause(string $id): Run {
		$this->pause->pause($this->get($id)->userId, $id);
		return $this->get($id);
	}

	/** @throws Refusal */
	public function cancel(string $id): Run {
		$this->cancel->cancel($this->get($id)->userId, $id);
		return $this->get($id);
	}

	/**
	 * Works on a run until it is over, waits, or somebody else works on it.
	 *
	 * @param callable(string): void $tell is given a line after each slice
	 * @param callable(int): void $wait for so many seconds
	 * @throws NotFound
	 */
	public function work(string $id, string $worker, callable $tell, callable $wait): SliceResult {
		do {
			$result = $this->slice->work($this->get($id)->id, $worker, self::SLICE);
			$run = $this->runs->find($id);
			if ($run !== null) {
				$tell($this->text->line($run));
			}
			if ($result === SliceResult::Waiting) {
				$wait(max(1, min(60, ($run->notBefore ?? 0) - $this->clock->now())));
			}
		} while ($result === SliceResult::MoreToDo || $result === SliceResult::Waiting);
		return $result;
	}
}
