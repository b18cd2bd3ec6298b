<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Engine;

use OCA\Compagnon\Port\Files;
use OCA\Compagnon\Transfer\Item\Item;
use OCA\Compagnon\Transfer\Item\ItemState;
use OCA\Compagnon\Transfer\Map\MapRepository;
use OCA\Compagnon\Transfer\Target\FilesFault;
use OCA\Compagnon\Transfer\Target\FilesFaultKind;
use OCA\Compagnon\Transfer\Target\StoredFile;

/**
 * Something is where an item was to be written: the very same, what a kill left of it, or something of the person's own,
 * which nobody touches unless they chose new versions.
 */
final readonly class Clash {
	private const TRIES = 4;

	public function __construct(
		private Files $files,
		private MapRepository $map,
		private Verifier $verifier,
		private ReadBack $readBack,
		private Deliveries $deliveries,
		private OtherName $otherName,
		private Checkpoint $checkpoint,
	) {
	}

	/** @throws FilesFault */
	public function settle(Slice $slice, TargetFolders $folders, Arrival $arrival): void {
		for ($try = 1; $try <= self::TRIES; $try++) {
			$folder = $folders->of($arrival->item->parentKey);
			$there = $this->there($slice, $arrival->item, $folder);
			if ($there !== null && $this->resolve($slice, $arrival, $there)) {
				return;
			}
			if ($there !== null) {
				$arrival = $arrival->with($this->otherName->give($slice, $arrival->item, ItemState::Writing, $folder));
			}
			try {
				$stored = $this->files->create($slice->run->userId, $folder, $arrival->item->targetName ?? '_', $arrival->content, $arrival->item->modifiedAt);
				$this->checkpoint->reach('written elsewhere');
				$this->readBack->settle($slice, $arrival, $stored);
				return;
			} catch (FilesFault $e) {
				if ($e->kind !== FilesFaultKind::Taken || $try === self::TRIES) {
					throw $e;
				}
			}
		}
	}

	private function there(Slice $slice, Item $item, string $folder): ?StoredFile {
		$replaced = $item->replaces === null ? null : $this->files->byId($slice->run->userId, $item->replaces);
		return $replaced ?? $this->files->find($slice->run->userId, Paths::join($folder, $item->targetName ?? '_'));
	}

	/** @return bool false when it is to stay as it is, beside ours */
	private function resolve(Slice $slice, Arrival $arrival, StoredFile $there): bool {
		// What the plan had met there, unchanged, is the person's: a kill of ours left something else.
		$wasInterrupted = $arrival->item->code === 'interrupted' && $there->etag !== $arrival->item->etag;
		$likeness = $this->verifier->compare($slice->run->userId, $there, $arrival->content, $slice->lease);
		if ($likeness === Likeness::Equal) {
			$wasInterrupted
				? $this->readBack->settle($slice, $arrival, $there)
				: $this->deliveries->note($slice, new Delivery($arrival->item, ItemState::Writing, ItemState::Identical, $there, $arrival->digest));
			return true;
		}
		$isVersion = $slice->run->options->conflicts === 'version' && !$there->isFolder && !$this->map->isOfAnother($slice->run->userId, $there->id, $arrival->item->key);
		if (!$isVersion && !($wasInterrupted && $likeness === Likeness::Beginning)) {
			return false;
		}
		$stored = $this->files->replace($slice->run->userId, $there->id, $there->etag, $arrival->content, $arrival->item->modifiedAt);
		$this->checkpoint->reach('replaced');
		$this->readBack->settle($slice, $arrival, $stored);
		return true;
	}
}
