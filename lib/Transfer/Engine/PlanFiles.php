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
use OCA\Compagnon\Transfer\Item\Refusals;
use OCA\Compagnon\Transfer\Map\Copy;
use OCA\Compagnon\Transfer\Map\MapRepository;
use OCA\Compagnon\Transfer\Names\NamePlanner;
use OCA\Compagnon\Transfer\Names\PlannedName;
use OCA\Compagnon\Transfer\Target\FilesFault;
use OCA\Compagnon\Transfer\Target\StoredFile;

/** Gives files their names, and sees which of them the space has already. */
final readonly class PlanFiles {
	public function __construct(
		private Files $files,
		private ItemTree $tree,
		private MapRepository $map,
		private Refusals $refusals,
		private NamePlanner $names,
		private Verifier $verifier,
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
		$refused = $this->refused($slice, $block, $copies);
		$given = $this->tree->namesIn($run->id, $place->key());
		$decisions = $new = [];
		foreach ($block as $item) {
			$known = $this->known($slice, $place, $item, $copies[$item->key] ?? null);
			$why = $item->code ?? $refused[$item->key] ?? null;
			if ($why !== null) {
				$decisions[] = fn () => $this->decisions->unsupported($place, $item, $why);
			} elseif ($known !== null) {
				[$there, $decisions[]] = $known;
				$given[] = $there->name();
			} else {
				$new[$item->key] = $item;
			}
		}
		$beside = [];
		foreach ($this->plan($slice, $place, $new, [...$place->names(true), ...$given]) as $key => $planned) {
			$there = $place->child($planned->name);
			$given[] = $planned->name;
			$decision = $there === null ? fn () => $this->decisions->queue($place, $new[$key], $planned) : $this->meet($slice, $place, $new[$key], $planned, $there);
			$decision === null ? $beside[$key] = $new[$key] : $decisions[] = $decision;
		}
		foreach ($this->plan($slice, $place, $beside, [...$place->names(), ...$given]) as $key => $planned) {
			$decisions[] = fn () => $this->decisions->queue($place, $beside[$key], $planned);
		}
		return $decisions;
	}

	/**
	 * @param array<string, Item> $items by key
	 * @param list<string> $taken
	 * @return array<string, PlannedName> by key
	 */
	private function plan(Slice $slice, Place $place, array $items, array $taken): array {
		$wanted = array_map(static fn (Item $item): array => ['key' => $item->key, 'name' => $item->name, 'isFolder' => false], array_values($items));
		return $this->names->plan($wanted, $taken, mb_strlen($place->path), $slice->run->options->safeNames);
	}

	/**
	 * What was brought before: nothing to do when neither side has changed, a new version when only the source has.
	 *
	 * @return ?array{StoredFile, \Closure(): void} null when it comes as if for the first time
	 * @throws FilesFault
	 */
	private function known(Slice $slice, Place $place, Item $item, ?Copy $copy): ?array {
		$there = $copy === null ? null : $place->childById($copy->fileId) ?? $this->files->byId($slice->run->userId, $copy->fileId);
		if ($copy === null || $there === null || $there->isFolder) {
			return null;
		}
		if ($this->isUnchanged($item, $copy)) {
			// Also where the person has gone on with it here: the source has nothing newer.
			return [$there, fn () => $this->decisions->there($place, $item, $there)];
		}
		return $there->etag === $copy->etag && $there->writable ? [$there, fn () => $this->decisions->replace($place, $item, $there)] : null;
	}

	/**
	 * @param list<Item> $block
	 * @param array<string, Copy> $copies by key
	 * @return array<string, string> codes by key
	 */
	private function refused(Slice $slice, array $block, array $copies): array {
		return $this->refusals->of($slice->run, array_values(array_filter(
			$block,
			fn (Item $item): bool => $item->code === null && (!isset($copies[$item->key]) || !$this->isUnchanged($item, $copies[$item->key])),
		)));
	}

	private function isUnchanged(Item $item, Copy $copy): bool {
		return match (true) {
			$item->hash !== null && $copy->hash !== null => strtolower($item->hash) === $copy->hash,
			$item->revision !== null && $copy->revision !== null => $item->revision === $copy->revision,
			default => false,
		};
	}

	/**
	 * Something of that name is there.
	 *
	 * @return (\Closure(): void)|null null when the item is to be put beside it
	 */
	private function meet(Slice $slice, Place $place, Item $item, PlannedName $planned, StoredFile $there): ?\Closure {
		if ($item->hash === null && ($item->size === null || $item->size === $there->size)) {
			// Only its bytes will tell: whoever writes it compares them.
			return fn () => $this->decisions->queue($place, $item, $planned, $there);
		}
		try {
			if ($item->hash !== null && $this->verifier->holds($slice->run->userId, $there, $item->size ?? $there->size, Checksum::of($item), $item->hash, $slice->lease)) {
				return fn () => $this->decisions->there($place, $item, $there, $planned);
			}
		} catch (FilesFault) {
			// It cannot be read now; perhaps it can when ours has come.
			return fn () => $this->decisions->queue($place, $item, $planned, $there);
		}
		$isVersion = $slice->run->options->conflicts === 'version' && $there->writable && !$this->map->isOfAnother($slice->run->userId, $there->id, $item->key);
		return $isVersion ? fn () => $this->decisions->replace($place, $item, $there) : null;
	}
}
