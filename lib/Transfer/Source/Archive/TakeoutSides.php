<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Source\Archive;

use OCA\Compagnon\Transfer\Fault\Fault;
use OCA\Compagnon\Transfer\Source\FoundItem;

/**
 * The side files of a Takeout, wherever in its zips they are. Their names are known after one pass through the directories,
 * 16 bytes of memory for each; their content is read for one page of photos at a time, in the order of the zips.
 */
final class TakeoutSides {
	/** A side file is a few kilobytes. */
	private const LARGEST = 1_048_576;
	/** Places in a directory are below this; the number of the zip stands above. */
	private const BITS = 44;

	/** @var ?array<int, int> by a hash of folder and name: zip and place in its directory */
	private ?array $places = null;

	/** @param list<array{ZipArchive, FileBytes}> $zips */
	public function __construct(
		private readonly array $zips,
	) {
	}

	/**
	 * @param array<int, Draft> $drafts
	 * @return array<int, FoundItem> those that have a side file, with what it says, under the same numbers
	 * @throws Fault
	 */
	public function items(array $drafts): array {
		$found = [];
		foreach ($drafts as $number => $draft) {
			$place = $this->find($draft);
			if ($place !== null) {
				$found[$place[0]][$number] = $place[1];
			}
		}
		ksort($found);
		$items = [];
		foreach ($found as $place => $numbers) {
			$json = $this->read($place);
			foreach ($numbers as $number => $isItsOwn) {
				$items[$number] = $drafts[$number]->item(Side::of($json, $isItsOwn));
			}
		}
		return $items;
	}

	/** @return ?array{int, bool} where its side file is, and whether that is its own */
	private function find(Draft $draft): ?array {
		$name = $draft->name();
		if (preg_match('/\.(?:json|html)$/i', $name) === 1 || $draft->entry->unsupported !== null) {
			return null;
		}
		$this->places ??= $this->index();
		$folder = substr($draft->path, 0, -strlen($name));
		foreach (TakeoutNames::sides($name) as $stem => $isItsOwn) {
			$place = $this->places[self::hash($folder . $stem)] ?? null;
			if ($place !== null) {
				return [$place, $isItsOwn];
			}
		}
		return null;
	}

	/** @return array<int, int> */
	private function index(): array {
		$places = [];
		foreach ($this->zips as $number => [$zip]) {
			foreach ($zip->entries() as $entry) {
				if ($entry !== null && $entry->unsupported === null && $entry->size <= self::LARGEST && str_ends_with(strtolower($entry->path), '.json')) {
					$places[self::hash(substr((string)preg_replace('~^Takeout/~', '', $entry->path), 0, -5))] ??= $number << self::BITS | $entry->mark;
				}
			}
		}
		return $places;
	}

	private function read(int $place): string {
		[$zip, $file] = $this->zips[$place >> self::BITS];
		$entry = $zip->entryAt($place & ((1 << self::BITS) - 1));
		$content = new EntryContent($file);
		$stream = $entry->method === ZipFields::STORED ? $content->stored($entry->at, $entry->size, 0) : $content->inflated($entry->at, $entry->packed, $entry->size);
		$json = '';
		while (!feof($stream)) {
			$json .= (string)fread($stream, self::LARGEST);
		}
		return $json;
	}

	private static function hash(string $path): int {
		/** @var array{1: int} $hash */
		$hash = unpack('q', hash('xxh3', strtolower($path), true));
		return $hash[1];
	}
}
