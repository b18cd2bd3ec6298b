<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Contract;

use OCA\Compagnon\Tests\Fake\FixedClock;
use OCA\Compagnon\Transfer\Hash\HashAlgorithm;
use OCA\Compagnon\Transfer\Item\Item;
use OCA\Compagnon\Transfer\Item\ItemKind;
use OCA\Compagnon\Transfer\Item\ItemState;
use OCA\Compagnon\Transfer\Source\Access;
use OCA\Compagnon\Transfer\Source\Choice;
use OCA\Compagnon\Transfer\Source\Effort;
use OCA\Compagnon\Transfer\Source\Fetch;
use OCA\Compagnon\Transfer\Source\FoundItem;
use OCA\Compagnon\Transfer\Source\Page;
use OCA\Compagnon\Transfer\Source\Source;
use PHPUnit\Framework\TestCase;

/** What every Source has to do. Whoever extends it fills a place with files and says what is in it. */
abstract class SourceContract extends TestCase {
	/** A new one at each call, as in a new process. */
	abstract protected function source(): Source;

	/** By what it reaches a place that holds the truth: several folders within each other, and more than one page. */
	abstract protected function access(): Access;

	/** @return array<string, ?string> by path, names joined by slashes: bytes of each file, null for a folder */
	abstract protected function truth(): array;

	/** @return array<string, string> by path: code of everything that cannot come; not in truth() */
	abstract protected function unsupported(): array;

	/** @return array{string, string} path of a folder to choose, and of one below it to leave out */
	abstract protected function chosen(): array;

	/** Anything that changes when the place is written to. */
	abstract protected function fingerprint(): mixed;

	/** All that an answer brings; whoever fetches by requests reads them here too. */
	protected function bytesOf(Fetch $fetch): string {
		self::assertNotNull($fetch->open);
		$stream = ($fetch->open)();
		for ($bytes = ''; !feof($stream);) {
			$bytes .= (string)fread($stream, 262_144);
		}
		return $bytes;
	}

	/** Says nothing of hashes that it does not know; whoever gives others checks them here too. */
	protected function hashOf(HashAlgorithm $algorithm, string $bytes): string {
		return hash($algorithm->value, $bytes);
	}

	public function testEverythingIsListedInItsPlace(): void {
		$items = $this->everything();
		$found = [];
		foreach ($this->paths($items) as $id => $path) {
			$found[$path] = $items[$id]->unsupported ?? $items[$id]->kind->value;
		}
		$expected = $this->unsupported();
		foreach ($this->truth() as $path => $bytes) {
			$expected[$path] = $bytes === null ? 'folder' : 'file';
		}

		ksort($found);
		ksort($expected);
		self::assertSame($expected, $found);
		self::assertCount(count($items), $found, 'two items have one path');
	}

	public function testEveryParentIsAFolderThatIsListed(): void {
		$items = $this->everything();
		foreach ($items as $item) {
			if ($item->parentId !== null) {
				self::assertSame(ItemKind::Folder, ($items[$item->parentId] ?? null)?->kind, $item->id);
			}
		}
	}

	public function testASecondListingHasTheSameIds(): void {
		$paths = $this->paths($this->everything());

		self::assertSame($paths, $this->paths($this->everything()));
	}

	public function testFromEachCursorAnotherProcessGoesOn(): void {
		$pages = $this->pages(new Choice());
		self::assertGreaterThan(1, count($pages));

		foreach ($pages as $number => $page) {
			if ($page->next !== null) {
				$again = $this->source()->list($this->access(), new Choice(), $page->next);
				self::assertEquals($pages[$number + 1]->items, $again->items);
				// The cursor itself may differ: a provider gives another token each time.
				self::assertSame($pages[$number + 1]->next === null, $again->next === null);
			}
		}
	}

	public function testAPageAskedAgainIsTheSame(): void {
		$source = $this->source();
		$first = $source->list($this->access(), new Choice(), null);
		$second = $source->list($this->access(), new Choice(), $first->next);

		self::assertEquals($second->items, $source->list($this->access(), new Choice(), $first->next)->items);
		self::assertEquals($first->items, $source->list($this->access(), new Choice(), null)->items);
	}

	public function testEveryFileComesWithItsBytesSizeAndChecksum(): void {
		$items = $this->everything();
		$source = $this->source();
		$truth = $this->truth();
		foreach ($this->paths($items) as $id => $path) {
			if ($items[$id]->kind === ItemKind::File && $items[$id]->unsupported === null) {
				$bytes = $this->bytesOf($source->fetch($this->access(), $this->row($items[$id]), 0));
				self::assertSame($truth[$path], $bytes, $path);
				self::assertContains($items[$id]->size, [null, strlen($bytes)], $path);
				self::assertTrue($items[$id]->algorithm === null || $items[$id]->hash === $this->hashOf($items[$id]->algorithm, $bytes), $path);
			}
		}
	}

	public function testWhatCanResumeGoesOnAtAnyByte(): void {
		$items = $this->everything();
		$source = $this->source();
		$truth = $this->truth();
		foreach ($this->paths($items) as $id => $path) {
			$size = strlen($truth[$path] ?? '');
			if ($size > 0 && $items[$id]->unsupported === null && $source->fetch($this->access(), $this->row($items[$id]), 0)->canResume) {
				foreach (array_unique([1, intdiv($size, 2), $size - 1]) as $offset) {
					self::assertSame(substr((string)$truth[$path], $offset), $this->bytesOf($source->fetch($this->access(), $this->row($items[$id]), $offset)), "$path from $offset");
				}
			}
		}
	}

	public function testFoldersThatCanBeChosenAreListed(): void {
		$listed = $this->everything();
		$source = $this->source();
		$ask = [null];
		$offered = 0;
		while ($ask !== []) {
			foreach ($source->folders($this->access(), array_shift($ask)) as $folder) {
				$offered++;
				self::assertTrue($folder->kind !== 'folder' || ($listed[$folder->id] ?? null)?->kind === ItemKind::Folder, $folder->id);
				$ask = $folder->hasChildren ? [...$ask, $folder->id] : $ask;
			}
		}
		self::assertGreaterThan(0, $offered);
	}

	public function testAFolderWeighsWhatALookFindsBelowIt(): void {
		$everything = $this->everything();
		$paths = $this->paths($everything);
		$ids = array_keys(array_filter($everything, static fn (FoundItem $item): bool => $item->kind === ItemKind::Folder));
		$chosen = array_filter([...array_column($this->source()->folders($this->access(), null), 'id'), ...$ids], static fn (string $id): bool => isset($paths[$id]));
		self::assertNotSame([], $chosen);
		foreach (array_unique($chosen) as $id) {
			$files = array_map(static fn (string $one): FoundItem => $everything[$one], $this->filesBelow($paths, $everything, $paths[$id]));
			$weight = $this->source()->weigh($this->access(), $id, new Effort(new FixedClock(), 60, 1000));
			$bytes = array_sum(array_map(static fn (FoundItem $file): int => $file->size ?? 0, $files));
			self::assertSame([$paths[$id], count($files), $bytes, true], [$paths[$id], $weight->items, $weight->bytes, $weight->isComplete]);
		}
	}

	public function testAFolderIsWeighedNoLongerThanIsAllowed(): void {
		$everything = $this->everything();
		$folder = (string)array_search($this->chosen()[0], $this->paths($everything), true);
		$all = $this->source()->weigh($this->access(), $folder, new Effort(new FixedClock(), 60, 1000));
		$some = $this->source()->weigh($this->access(), $folder, new Effort(new FixedClock(), 60, 1));

		self::assertTrue($some->isComplete ? $some->items === $all->items : $some->items <= $all->items);
	}

	public function testAFolderBringsWhatIsBelowItAndNothingElse(): void {
		[$folder, $without] = $this->chosen();
		$everything = $this->everything();
		$paths = $this->paths($everything);
		$id = (string)array_search($folder, $paths, true);
		$leftOut = (string)array_search($without, $paths, true);

		self::assertSame($this->filesBelow($paths, $everything, $folder), $this->filesOf(new Choice([$id])));
		self::assertSame(
			array_values(array_diff($this->filesBelow($paths, $everything, $folder), $this->filesBelow($paths, $everything, $without))),
			$this->filesOf(new Choice([$id], [$leftOut])),
		);
		self::assertSame(
			array_values(array_diff($this->filesBelow($paths, $everything, ''), $this->filesBelow($paths, $everything, $without))),
			$this->filesOf(new Choice([], [$leftOut])),
		);
	}

	public function testALinkFromElsewhereIsNotOurs(): void {
		self::assertNull($this->source()->idOfLink('https://example.org/a/b?id=1'));
	}

	public function testNothingIsWrittenWhereItReads(): void {
		$before = $this->fingerprint();
		$this->testEveryFileComesWithItsBytesSizeAndChecksum();
		$this->source()->folders($this->access(), null);

		self::assertEquals($before, $this->fingerprint());
	}

	/** @return array<string, FoundItem> by id, the one listed last */
	private function everything(): array {
		return $this->itemsOf(new Choice());
	}

	/** @return array<string, FoundItem> */
	private function itemsOf(Choice $choice): array {
		$items = [];
		foreach ($this->pages($choice) as $page) {
			$items = $page->restart ? [] : $items;
			foreach ($page->items as $item) {
				$items[$item->id] = $item;
			}
			$items = array_diff_key($items, array_flip($page->gone));
		}
		return $items;
	}

	/** @return list<Page> */
	private function pages(Choice $choice): array {
		$source = $this->source();
		$pages = [];
		for ($cursor = null; $pages === [] || $cursor !== null; $cursor = $page->next) {
			$pages[] = $page = $source->list($this->access(), $choice, $cursor);
			self::assertLessThan(10_000, count($pages), 'the pages do not end');
		}
		return $pages;
	}

	/**
	 * @param array<string, FoundItem> $items
	 * @return array<string, string> path by id
	 */
	private function paths(array $items): array {
		return array_map(static function (FoundItem $item) use ($items): string {
			$path = $item->name;
			for ($parent = $item->parentId; $parent !== null; $parent = $items[$parent]->parentId) {
				self::assertLessThan(100_000, strlen($path), 'folders lie in a circle');
				$path = "{$items[$parent]->name}/$path";
			}
			return $path;
		}, $items);
	}

	/** @return list<string> ids */
	private function filesOf(Choice $choice): array {
		$ids = array_keys(array_filter($this->itemsOf($choice), static fn (FoundItem $item): bool => $item->kind === ItemKind::File));
		sort($ids);
		return $ids;
	}

	/**
	 * @param array<string, string> $paths
	 * @param array<string, FoundItem> $items
	 * @return list<string> ids
	 */
	private function filesBelow(array $paths, array $items, string $folder): array {
		$ids = array_keys(array_filter($paths, static fn (string $path, string $id): bool => $items[$id]->kind === ItemKind::File && ($folder === '' || str_starts_with($path, "$folder/")), ARRAY_FILTER_USE_BOTH));
		sort($ids);
		return $ids;
	}

	private function row(FoundItem $item): Item {
		return new Item('r', Item::keyOf($item->kind, $item->id), $item->kind, $item->id, null, $item->name, $item->name, ItemState::Queued, $item->size, $item->modifiedAt, $item->revision, $item->algorithm, $item->hash, link: $item->link, people: $item->people, extra: $item->extra);
	}
}
