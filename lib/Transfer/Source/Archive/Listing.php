<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Source\Archive;

use OCA\Compagnon\Transfer\Fault\Fault;
use OCA\Compagnon\Transfer\Fault\FaultKind;
use OCA\Compagnon\Transfer\Item\ItemKind;
use OCA\Compagnon\Transfer\Source\FoundItem;
use OCA\Compagnon\Transfer\Source\Page;
use OCA\Compagnon\Transfer\Target\StoredFile;

/**
 * One way through the archives, page by page. A cursor says where the next page begins: "<file id>:<its version>:<place in
 * that archive>". In the same process the next page goes on where the last one ended. In another one everything before the cursor is gone
 * through again without being listed, for only that tells which folders and which doubles came before.
 */
final class Listing {
	private const ITEMS = 500;
	private const START = 'start';

	/** @var \Generator<int, array{OpenSet, StoredFile, ?Entry}> */
	private \Generator $way;
	private Seen $seen;
	private string $lastFolder = '';
	private string $place = self::START;
	/** Up to where nothing is listed; null when that is behind. */
	private ?string $until = null;
	/** @var list<FoundItem|Draft> */
	private array $found = [];

	public function __construct(
		private readonly OpenSets $sets,
		private readonly Selection $selection,
	) {
		$this->begin(self::START);
	}

	/** @throws Fault */
	public function page(?string $cursor): Page {
		if (($cursor ?? self::START) !== $this->place) {
			$this->begin($cursor ?? self::START);
		}
		$this->found = [];
		while ($this->way->valid() && count($this->found) < self::ITEMS) {
			[$set, $archive, $entry] = $this->way->current();
			if ($entry !== null) {
				$this->take($set, $archive, $entry);
			}
			$this->way->next();
			if ($entry === null) {
				break;
			}
		}
		if (!$this->way->valid() && $this->until !== null) {
			throw new Fault(FaultKind::Final, 'archive_changed');
		}
		return new Page($this->items(), $this->way->valid() ? $this->place : null);
	}

	private function begin(string $cursor): void {
		$this->place = $cursor;
		$this->until = $cursor === self::START ? null : $cursor;
		$this->lastFolder = '';
		$this->seen = new Seen();
		$this->way = $this->way();
	}

	/** @return \Generator<int, array{OpenSet, StoredFile, ?Entry}> */
	private function way(): \Generator {
		foreach ($this->sets->all() as $set) {
			foreach ($set->set->parts as $part) {
				$end = 0;
				foreach ($this->sets->archive($part)->entries() as $entry) {
					$end = $entry->next ?? $end;
					yield [$set, $part, $entry];
				}
				$this->reach($part, $end);
			}
		}
	}

	private function cursor(StoredFile $archive, int $place): string {
		return "$archive->id:" . crc32($archive->etag) . ":$place";
	}

	private function reach(StoredFile $archive, int $place): void {
		if ($this->until !== null && $this->until === $this->cursor($archive, $place)) {
			$this->until = null;
		}
	}

	private function take(OpenSet $set, StoredFile $archive, Entry $entry): void {
		$this->reach($archive, $entry->mark);
		$path = $set->path($entry);
		if ($entry->unsupported === 'unsafe_path' || $entry->unsupported === 'path_too_long') {
			$this->takeUnsafe($set, $archive, $entry);
		} elseif ($entry->isFolder && $this->selection->takes($set->idOf($path), $set->isTakeout)) {
			$this->takeFolders($set, $path, $entry->modifiedAt);
		} elseif (!$entry->isFolder) {
			$this->takeFile($set, $archive, $entry, $path);
		}
		if ($this->until !== null) {
			$this->found = [];
		} else {
			$this->place = $this->cursor($archive, $entry->next);
		}
	}

	private function takeFile(OpenSet $set, StoredFile $archive, Entry $entry, string $path): void {
		$id = $set->idOf($path);
		// No path has two slashes in a row: the number cannot be mistaken for a name.
		$times = $this->seen->count("file $id");
		if ($this->selection->takes($id, $set->isTakeout)) {
			$slash = strrpos($path, '/');
			$this->takeFolders($set, $slash === false ? '' : substr($path, 0, $slash), null);
			$this->found[] = new Draft($set, $archive, $this->sets->archive($archive)->form(), $entry, $path, $times === 1 ? $id : "$id//$times");
		}
	}

	/** Such an entry has no place. It is listed at the top, under all that it says of itself. */
	private function takeUnsafe(OpenSet $set, StoredFile $archive, Entry $entry): void {
		$name = mb_strcut(strtr($entry->path, ["\0" => '␀']), 0, 1_000);
		$id = $set->identity . '//' . sha1($entry->path);
		$times = $this->seen->count($id);
		if ($this->selection->takesAll()) {
			$this->takeFolders($set, '', null);
			$this->found[] = new FoundItem($times === 1 ? $id : "$id//$times", $entry->isFolder ? ItemKind::Folder : ItemKind::File, $set->isAlone ? null : $set->identity, $name, $entry->size, $entry->modifiedAt, unsupported: $entry->unsupported);
		}
	}

	/** The folder and those it lies in, as far as they have not been listed. */
	private function takeFolders(OpenSet $set, string $path, ?int $modifiedAt): void {
		if ($this->lastFolder === $set->idOf($path)) {
			return;
		}
		$this->lastFolder = $set->idOf($path);
		if (!$set->isAlone && $this->seen->count($set->identity) === 1) {
			$this->found[] = $this->folder($set->identity, null, $set->set->name, null);
		}
		if ($path === '') {
			return;
		}
		for ($slash = strpos($path, '/'); ; $slash = strpos($path, '/', $slash + 1)) {
			$part = $slash === false ? $path : substr($path, 0, $slash);
			if ($this->seen->count('folder ' . $set->idOf($part)) === 1) {
				$this->found[] = $this->folder($set->idOf($part), $set->parentOf($part), substr($part, (int)strrpos("/$part", '/')), $slash === false ? $modifiedAt : null);
			}
			if ($slash === false) {
				return;
			}
		}
	}

	private function folder(string $id, ?string $parentId, string $name, ?int $modifiedAt): FoundItem {
		return new FoundItem($id, ItemKind::Folder, $parentId, $name, 0, $modifiedAt);
	}

	/** @return list<FoundItem> */
	private function items(): array {
		$items = $drafts = $sets = [];
		foreach ($this->found as $number => $found) {
			$items[$number] = $found instanceof Draft ? $found->item(null) : $found;
			if ($found instanceof Draft && $found->set->isTakeout) {
				$drafts[$found->set->identity][$number] = $found;
				$sets[$found->set->identity] = $found->set;
			}
		}
		foreach ($sets as $identity => $set) {
			$items = array_replace($items, $this->sets->sides($set)->items($drafts[$identity]));
		}
		return array_values($items);
	}
}
