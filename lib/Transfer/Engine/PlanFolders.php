<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Engine;

use OCA\Compagnon\Port\Files;
use OCA\Compagnon\Transfer\Item\Item;
use OCA\Compagnon\Transfer\Item\ItemTree;
use OCA\Compagnon\Transfer\Map\Copy;
use OCA\Compagnon\Transfer\Map\MapRepository;
use OCA\Compagnon\Transfer\Names\NamePlanner;
use OCA\Compagnon\Transfer\Target\FilesFault;
use OCA\Compagnon\Transfer\Target\StoredFile;

/** Gives folders their names. One that the space has already is filled further, and never renamed. */
final readonly class PlanFolders {
	public function __construct(
		private Files $files,
		private ItemTree $tree,
		private MapRepository $map,
		private NamePlanner $names,
		private Decisions $decisions,
	) {
	}

	/**
	 * @param list<Item> $block
	 * @return list<\Closure(): void> what is to be noted
	 * @throws FilesFault
	 */
	public function decide(Slice $slice, Place $place, array $block): array {
		$run = $slice->run;
		$copies = $this->map->find($run->userId, $run->origin(), array_map(static fn (Item $item): string => $item->key, $block));
		$taken = [...$place->names(false), ...$this->tree->namesIn($run->id, $place->key())];
		$decisions = [];
		$new = [];
		foreach ($block as $item) {
			$known = $this->known($slice, $place, $copies[$item->key] ?? null);
			if ($item->code !== null) {
				$decisions[] = fn () => $this->decisions->unsupported($place, $item, $item->code);
			} elseif ($known !== null) {
				$taken[] = $known->name();
				$decisions[] = fn () => $this->decisions->there($place, $item, $known);
			} else {
				$new[$item->key] = $item;
			}
		}
		$wanted = array_map(static fn (Item $item): array => ['key' => $item->key, 'name' => $item->name, 'isFolder' => true], array_values($new));
		foreach ($this->names->plan($wanted, $taken, mb_strlen($place->path), $run->options->safeNames) as $key => $planned) {
			$item = $new[$key];
			$same = $place->child($planned->name);
			$decisions[] = $same === null
				? fn () => $this->decisions->queue($place, $item, $planned)
				: fn () => $this->decisions->there($place, $item, $same, $planned);
		}
		return $decisions;
	}

	/** @throws FilesFault */
	private function known(Slice $slice, Place $place, ?Copy $copy): ?StoredFile {
		$there = $copy === null ? null : $place->childById($copy->fileId) ?? $this->files->byId($slice->run->userId, $copy->fileId);
		return $there?->isFolder === true ? $there : null;
	}
}
