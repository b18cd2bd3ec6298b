<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Engine;

use OCA\Compagnon\Port\Files;
use OCA\Compagnon\Transfer\Item\Item;
use OCA\Compagnon\Transfer\Item\ItemKind;
use OCA\Compagnon\Transfer\Item\ItemRepository;
use OCA\Compagnon\Transfer\Item\ItemState;
use OCA\Compagnon\Transfer\Item\ItemTree;
use OCA\Compagnon\Transfer\Names\NamePlanner;
use OCA\Compagnon\Transfer\Target\FilesFault;
use OCA\Compagnon\Transfer\Target\StoredFile;

/** Gives an item another name because something else has its own by now. */
final readonly class OtherName {
	public function __construct(
		private Files $files,
		private ItemRepository $items,
		private ItemTree $tree,
		private NamePlanner $names,
	) {
	}

	/**
	 * @param string $folder path of the folder it goes to
	 * @throws FilesFault
	 * @throws LeaseLost
	 */
	public function give(Slice $slice, Item $item, ItemState $state, string $folder): Item {
		$there = array_map(static fn (StoredFile $file): string => $file->name(), $this->files->children($slice->run->userId, $folder));
		$taken = [...$there, ...$this->tree->namesIn($item->runId, $item->parentKey)];
		$wanted = ['key' => $item->key, 'name' => $item->targetName ?? $item->name, 'isFolder' => $item->kind === ItemKind::Folder];
		$planned = $this->names->plan([$wanted], $taken, mb_strlen($folder), $slice->run->options->safeNames)[$item->key];
		$columns = ['target_name' => $planned->name, 'renamed' => 1, 'replaces' => null];
		if (!$this->items->change($item->runId, $item->key, $state, $state, $columns)) {
			throw new LeaseLost();
		}
		return $this->items->find($item->runId, $item->key) ?? throw new LeaseLost();
	}
}
