<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Engine;

use OCA\Compagnon\Transfer\Item\Item;
use OCA\Compagnon\Transfer\Item\ItemRepository;
use OCA\Compagnon\Transfer\Item\ItemState;
use OCA\Compagnon\Transfer\Names\PlannedName;
use OCA\Compagnon\Transfer\Target\StoredFile;

/** Notes what the plan has decided for the items of a folder, all at once. */
final class Decisions {
	/** @var array<string, array{ItemState, array<string, non-empty-array<string, string|int|null>>}> alike ones by key */
	private array $taken = [];

	public function __construct(
		private readonly ItemRepository $items,
	) {
	}

	/**
	 * @param list<\Closure(): void> $decisions that say what becomes of each
	 * @throws LeaseLost
	 */
	public function note(string $runId, array $decisions): void {
		$this->taken = [];
		foreach ($decisions as $decision) {
			$decision();
		}
		foreach ($this->taken as [$to, $rows]) {
			if (!$this->items->changeEach($runId, ItemState::Found, $to, $rows)) {
				throw new LeaseLost();
			}
		}
		$this->taken = [];
	}

	/**
	 * Comes, under that name.
	 *
	 * @param ?StoredFile $met what has that name, where only the bytes will tell whether it is the same
	 */
	public function queue(Place $place, Item $item, PlannedName $planned, ?StoredFile $met = null): void {
		$this->take($place, $item, $planned->fits() ? ItemState::Queued : ItemState::Failed, [
			'target_folder' => $place->relative(),
			'target_name' => $planned->name,
			'renamed' => $planned->isRenamed() ? 1 : 0,
			'code' => $planned->fits() ? null : 'path_too_long',
			'etag' => $met?->etag,
		]);
	}

	/** Comes as a new version of a file. */
	public function replace(Place $place, Item $item, StoredFile $file): void {
		$this->take($place, $item, ItemState::Queued, [
			'target_folder' => $place->relative(),
			'target_name' => $file->name(),
			'replaces' => $file->id,
			'etag' => $file->etag,
		]);
	}

	/** Is there already. */
	public function there(Place $place, Item $item, StoredFile $file, ?PlannedName $planned = null): void {
		$this->take($place, $item, ItemState::Identical, [
			'target_folder' => $place->relative(),
			'target_name' => $file->name(),
			'renamed' => $planned?->isRenamed() === true ? 1 : 0,
			'file_id' => $file->id,
			'etag' => $file->etag,
			'staged_bytes' => $file->isFolder ? 0 : $file->size,
		]);
	}

	/** @param string $code of the reason why nobody can take it out */
	public function unsupported(Place $place, Item $item, string $code): void {
		$this->take($place, $item, ItemState::Unsupported, ['target_folder' => $place->relative(), 'target_name' => null, 'code' => $code]);
	}

	/** @param array<string, string|int|null> $columns */
	private function take(Place $place, Item $item, ItemState $to, array $columns): void {
		$alike = $to->value . ' ' . implode(' ', array_keys($columns));
		$this->taken[$alike] ??= [$to, []];
		$this->taken[$alike][1][$item->key] = ['source_path' => $place->sourcePath($item)] + $columns;
	}
}
