<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Run;

use OCA\Compagnon\Port\Clock;
use OCA\Compagnon\Port\Files;
use OCA\Compagnon\Port\People;
use OCA\Compagnon\Transfer\Fault\Fault;
use OCA\Compagnon\Transfer\Fault\FaultWords;
use OCA\Compagnon\Transfer\Item\ItemCounts;
use OCA\Compagnon\Transfer\Item\ItemReport;
use OCA\Compagnon\Transfer\Item\ItemState;
use OCA\Compagnon\Transfer\Report\CountTotals;
use OCA\Compagnon\Transfer\Report\Totals;
use OCA\Compagnon\Transfer\RetryRun;
use OCA\Compagnon\Transfer\Source\Sources;
use OCA\Compagnon\Transfer\Target\FilesFault;

/**
 * A run as somebody may see it. Names of files, folders and accounts are for the person whose files they are; whoever
 * began the run for them sees how many and why, never what.
 *
 * @phpstan-type AmountOf array{items: int, bytes: int}
 * @phpstan-type PersonOf array{id: string, name: string}
 * @phpstan-type LineOf array{id: string, source: string, sourceName: string, label: string, person: PersonOf, startedBy: PersonOf, mine: bool, state: string, phase: string, found: AmountOf, coming: AmountOf, moved: AmountOf, createdAt: int, finishedAt: ?int}
 */
final readonly class RunView {
	private const NAMES_AT_ONCE = 5;

	public function __construct(
		private Sources $sources,
		private CountTotals $totals,
		private ItemReport $items,
		private FaultWords $words,
		private People $people,
		private KeptAccounts $accounts,
		private Files $files,
		private Clock $clock,
	) {
	}

	/** @return LineOf what a list says of it */
	public function line(Run $run, string $asker): array {
		return $this->head($run, $asker, $this->totals->of($run)->counts);
	}

	/** @return array<string, mixed> as the schema Run of openapi.json */
	public function of(Run $run, string $asker): array {
		$totals = $this->totals->of($run);
		$counts = $totals->counts;
		$mine = $run->userId === $asker;
		$pace = RunPace::of($run, $counts, $this->clock->now());
		return $this->head($run, $asker, $counts) + [
			'connection' => $mine ? $this->accounts->of($run) : null,
			// What was proposed may be seen by whoever proposed it; what became of it, not.
			'target' => $mine || $run->state === RunState::Asked ? $run->options->target : '',
			'options' => $this->options($mine ? $run->options : new RunOptions()),
			'counts' => $this->counts($counts),
			'speed' => $pace->speed,
			'secondsLeft' => $pace->secondsLeft,
			'estimate' => $pace->estimate,
			'current' => $mine && $run->state === RunState::Active ? $this->items->current($run->id, self::NAMES_AT_ONCE) : [],
			'renamed' => $totals->renamed,
			'unsupported' => $this->reasons($totals, ItemState::Unsupported),
			'failed' => $this->reasons($totals, ItemState::Failed),
			'room' => $this->room($run, $counts),
			'waiting' => RunWaiting::of($run, $this->clock->now()),
			'problem' => $run->code === null ? null : $this->words->sentence($run->code),
			'canRetry' => $mine && RetryRun::canRetry($run, $counts),
			'mayDrive' => $mine && !$run->state->isEnd(),
			'startedAt' => $run->startedAt,
		];
	}

	/** @return list<array{code: string, sentence: string, items: int, bytes: int}> */
	public function reasons(Totals $totals, ItemState ...$states): array {
		$values = array_map(static fn (ItemState $state): string => $state->value, $states);
		$reasons = array_filter($totals->reasons, static fn (array $reason): bool => in_array($reason['state'], $values, true));
		return array_map(fn (array $reason): array => [
			'code' => $reason['code'],
			'sentence' => $this->words->sentence($reason['code']),
			'items' => $reason['items'],
			'bytes' => $reason['bytes'],
		], array_values($reasons));
	}

	/** @return LineOf */
	private function head(Run $run, string $asker, ItemCounts $counts): array {
		return [
			'id' => $run->id,
			'source' => $run->source,
			'sourceName' => $this->sourceName($run),
			'label' => $run->userId === $asker ? $run->options->accountLabel ?? '' : '',
			'person' => $this->person($run->userId),
			'startedBy' => $this->person($run->startedBy),
			'mine' => $run->userId === $asker,
			'state' => $run->state->value,
			'phase' => $run->phase->value,
			'found' => ['items' => $counts->allItems(), 'bytes' => $counts->allBytes()],
			'coming' => [
				'items' => $counts->allItems() - $counts->items(ItemState::Unsupported),
				'bytes' => $counts->allBytes() - $counts->bytes(ItemState::Unsupported),
			],
			'moved' => self::amount($counts, ItemState::Verified, ItemState::Identical),
			'createdAt' => $run->createdAt,
			'finishedAt' => $run->finishedAt,
		];
	}

	/** @return string its id when an update of the app took the source away */
	public function sourceName(Run $run): string {
		try {
			return $this->sources->get($run->source)->name();
		} catch (Fault) {
			return $run->source;
		}
	}

	/** @return array<string, AmountOf> */
	private function counts(ItemCounts $counts): array {
		$amounts = [];
		foreach (ItemState::cases() as $state) {
			$amounts[$state->value] = self::amount($counts, $state);
		}
		return $amounts;
	}

	/** @return array{needed: int, free: ?int, enough: bool} */
	private function room(Run $run, ItemCounts $counts): array {
		$needed = $counts->bytes(ItemState::Found, ItemState::Queued, ItemState::Fetching, ItemState::Writing);
		try {
			$free = $run->state->isEnd() ? null : $this->files->room($run->userId, $run->options->target);
		} catch (FilesFault) {
			$free = null;
		}
		return ['needed' => $needed, 'free' => $free, 'enough' => $free === null || $free >= $needed];
	}

	/** @return array<string, mixed> */
	private function options(RunOptions $options): array {
		return [
			'folders' => $options->choice->folders,
			'without' => $options->choice->without,
			'documents' => $options->choice->documents,
			'sharedWithMe' => $options->choice->sharedWithMe,
			'photos' => $options->choice->photos,
			'conflicts' => $options->conflicts,
			'safeNames' => $options->safeNames,
		];
	}

	/** @return PersonOf */
	private function person(string $userId): array {
		return ['id' => $userId, 'name' => $this->people->name($userId)];
	}

	/** @return AmountOf */
	private static function amount(ItemCounts $counts, ItemState ...$states): array {
		return ['items' => $counts->items(...$states), 'bytes' => $counts->bytes(...$states)];
	}
}
