<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Engine;

use OCA\Compagnon\Port\Database;
use OCA\Compagnon\Port\Files;
use OCA\Compagnon\Transfer\Fault\Fault;
use OCA\Compagnon\Transfer\Item\ItemRepository;
use OCA\Compagnon\Transfer\Item\ItemState;
use OCA\Compagnon\Transfer\Target\FilesFault;
use OCA\Compagnon\Transfer\Target\FilesFaultKind;
use OCA\Compagnon\Transfer\Target\NewFile;
use OCA\Compagnon\Transfer\Target\StoredFile;

/** Puts what has come into the space: one file after the other, or many of one folder at once where that is allowed. */
final readonly class Writer {
	public function __construct(
		private Database $database,
		private ItemRepository $items,
		private Files $files,
		private Clash $clash,
		private ReadBack $readBack,
		private Deliveries $deliveries,
		private ItemFaults $faults,
		private Checkpoint $checkpoint,
	) {
	}

	/**
	 * @param non-empty-list<Arrival> $arrivals of one folder
	 * @throws Fault when it concerns the whole run
	 * @throws LeaseLost
	 */
	public function write(Slice $slice, TargetFolders $folders, array $arrivals): void {
		$this->begin($arrivals);
		$many = array_values(array_filter($arrivals, static fn (Arrival $arrival): bool => $arrival->item->replaces === null));
		$stored = $many === [] ? [] : $this->createMany($slice, $folders, $many);
		$delivered = [];
		try {
			foreach ($arrivals as $arrival) {
				$delivery = $this->settle($slice, $folders, $arrival, $stored[$arrival->item->key] ?? null);
				$delivered = $delivery === null ? $delivered : [...$delivered, $delivery];
			}
		} catch (Fault|Wished $e) {
			$this->deliveries->noteAll($slice, $delivered);
			throw $e;
		}
		$this->deliveries->noteAll($slice, $delivered);
	}

	/**
	 * The rows say what is about to be written, and what it is, before anything is touched.
	 *
	 * @param non-empty-list<Arrival> $arrivals
	 */
	private function begin(array $arrivals): void {
		$rows = [];
		foreach ($arrivals as $arrival) {
			$rows[$arrival->item->key] = ['staged_bytes' => $arrival->content->size, 'hash_state' => $arrival->hashState];
		}
		$this->database->transactional(function () use ($arrivals, $rows): void {
			if (!$this->items->changeEach($arrivals[0]->item->runId, ItemState::Fetching, ItemState::Writing, $rows)) {
				throw new LeaseLost();
			}
		});
		$this->checkpoint->reach('writing');
	}

	/**
	 * @param non-empty-list<Arrival> $arrivals
	 * @return array<string, StoredFile|FilesFault> by key of the item; none when they are to be written one by one
	 */
	private function createMany(Slice $slice, TargetFolders $folders, array $arrivals): array {
		$key = $arrivals[0]->item->parentKey;
		try {
			if (!$folders->isFast($key)) {
				return [];
			}
			$stored = $this->files->createMany($slice->run->userId, $folders->of($key), array_map(
				static fn (Arrival $arrival): NewFile => new NewFile($arrival->item->targetName ?? '_', $arrival->content, $arrival->item->modifiedAt),
				$arrivals,
			));
		} catch (FilesFault) {
			// One by one says of each file what is the matter.
			return [];
		}
		$this->checkpoint->reach('written many');
		return array_combine(array_map(static fn (Arrival $arrival): string => $arrival->item->key, $arrivals), $stored);
	}

	/** @return ?Delivery what is to be noted; null when it is settled otherwise */
	private function settle(Slice $slice, TargetFolders $folders, Arrival $arrival, StoredFile|FilesFault|null $stored): ?Delivery {
		try {
			$stored ??= $this->store($slice, $folders, $arrival);
			if ($stored instanceof FilesFault) {
				throw $stored;
			}
		} catch (FilesFault $e) {
			$this->refused($slice, $folders, $arrival, $e);
			return null;
		}
		$this->checkpoint->reach('written');
		return $this->readBack->read($slice, $arrival, $stored);
	}

	private function refused(Slice $slice, TargetFolders $folders, Arrival $arrival, FilesFault $fault): void {
		if ($fault->kind === FilesFaultKind::Missing) {
			// The folder is elsewhere or gone, or the file that was to be replaced is.
			$folders->forget();
		}
		try {
			match ($fault->kind) {
				FilesFaultKind::Taken, FilesFaultKind::Changed, FilesFaultKind::Missing => $this->clash->settle($slice, $folders, $arrival),
				default => throw $fault,
			};
		} catch (FilesFault $e) {
			$this->faults->settle($arrival->item, ItemState::Writing, TargetFaults::of($e));
		}
	}

	/** @throws FilesFault */
	private function store(Slice $slice, TargetFolders $folders, Arrival $arrival): StoredFile {
		$item = $arrival->item;
		if ($item->replaces !== null) {
			return $this->files->replace($slice->run->userId, $item->replaces, (string)$item->etag, $arrival->content, $item->modifiedAt);
		}
		return $this->files->create($slice->run->userId, $folders->of($item->parentKey), $item->targetName ?? '_', $arrival->content, $item->modifiedAt);
	}
}
