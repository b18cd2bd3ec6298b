<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Source\Archive;

use OCA\Compagnon\Transfer\Fault\Fault;
use OCA\Compagnon\Transfer\Fault\FaultKind;
use OCA\Compagnon\Transfer\Source\SourceFolder;
use OCA\Compagnon\Transfer\Source\Weight;

/** The folders of archives, for choosing. */
final readonly class ArchiveTree {
	/** Pauses of an archive that has to be read through, until nobody wants to wait any more. */
	private const PATIENCE = 16;

	public function __construct(
		private OpenSets $sets,
	) {
	}

	/**
	 * @return list<SourceFolder> empty also when it would take too long: then everything comes
	 * @throws Fault
	 */
	public function below(?string $folder): array {
		$sets = $this->sets->all();
		if (count($sets) > 1 && $folder === null) {
			return array_map($this->asFolder(...), $sets);
		}
		foreach ($sets as $set) {
			$start = self::start($set, $folder);
			if ($start !== null) {
				return $this->in($set, $start);
			}
		}
		return [];
	}

	/** @throws Fault of kind Vanished when no archive has such a folder */
	public function weigh(string $folder): Weight {
		foreach ($this->sets->all() as $set) {
			$start = self::start($set, $folder);
			if ($start !== null) {
				return $this->sum($set, $start);
			}
		}
		throw new Fault(FaultKind::Vanished, 'vanished');
	}

	private function sum(OpenSet $set, string $start): Weight {
		$items = $bytes = 0;
		foreach ($this->entries($set) as $entry) {
			if ($entry === null) {
				return new Weight($items, $bytes, false);
			}
			if (!$entry->isFolder && str_starts_with($set->path($entry), $start)) {
				$items++;
				$bytes += $entry->size;
			}
		}
		return new Weight($items, $bytes, true);
	}

	/** @return ?string with what paths begin in the folder; null when it is one of another archive */
	private static function start(OpenSet $set, ?string $folder): ?string {
		$path = $folder === null || $folder === $set->identity ? '' : substr($folder, strlen($set->identity) + 1) . '/';
		return $folder === null || "$folder/" === $set->idOf($path) ? $path : null;
	}

	/** @return list<SourceFolder> */
	private function in(OpenSet $set, string $start): array {
		$found = [];
		foreach ($this->entries($set) as $entry) {
			if ($entry === null) {
				return [];
			}
			$path = $set->path($entry);
			$rest = str_starts_with($path, $start) ? explode('/', substr($path, strlen($start)), 3) : [''];
			if ($rest[0] !== '' && (count($rest) > 1 || $entry->isFolder)) {
				$found[$rest[0]] ??= ['size' => 0, 'items' => 0, 'folders' => false];
				$found[$rest[0]]['size'] += $entry->isFolder ? 0 : $entry->size;
				$found[$rest[0]]['items'] += $entry->isFolder ? 0 : 1;
				$found[$rest[0]]['folders'] = $found[$rest[0]]['folders'] || count($rest) > 2 || (count($rest) > 1 && $entry->isFolder);
			}
		}
		ksort($found, SORT_NATURAL | SORT_FLAG_CASE);
		return array_map(static fn (string $name, array $sums): SourceFolder => new SourceFolder($set->idOf($start . $name), $name, 'folder', $sums['folders'], $sums['size'], $sums['items']), array_map(strval(...), array_keys($found)), array_values($found));
	}

	private function asFolder(OpenSet $set): SourceFolder {
		$size = $items = 0;
		$hasFolders = $isWhole = false;
		foreach ($this->entries($set) as $entry) {
			$isWhole = $entry !== null;
			$size += $entry->size ?? 0;
			$items += $entry === null || $entry->isFolder ? 0 : 1;
			$hasFolders = $hasFolders || ($entry !== null && ($entry->isFolder || str_contains($entry->path, '/')));
		}
		return new SourceFolder($set->identity, $set->set->name, 'folder', $isWhole && $hasFolders, $isWhole ? $size : null, $isWhole ? $items : null);
	}

	/** @return \Generator<int, ?Entry> null and nothing more when patience is at its end */
	private function entries(OpenSet $set): \Generator {
		$pauses = 0;
		foreach ($set->set->parts as $part) {
			foreach ($this->sets->archive($part)->entries() as $entry) {
				if ($entry === null && ++$pauses > self::PATIENCE) {
					yield null;
					return;
				}
				if ($entry !== null && $entry->unsupported !== 'unsafe_path' && $entry->unsupported !== 'path_too_long') {
					yield $entry;
				}
			}
		}
	}
}
