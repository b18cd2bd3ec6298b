<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Transfer\Source\Archive;

use OCA\Compagnon\Tests\Fake\FakeFiles;
use OCA\Compagnon\Tests\Fake\FakeStaging;
use OCA\Compagnon\Tests\Support\ArchiveWorld;
use OCA\Compagnon\Tests\Support\ZipWriter;
use OCA\Compagnon\Transfer\Fault\Fault;
use OCA\Compagnon\Transfer\Fault\FaultKind;
use OCA\Compagnon\Transfer\Fault\FaultWords;
use OCA\Compagnon\Transfer\Item\Item;
use OCA\Compagnon\Transfer\Item\ItemKind;
use OCA\Compagnon\Transfer\Item\ItemState;
use OCA\Compagnon\Transfer\Source\Access;
use OCA\Compagnon\Transfer\Source\Archive\ArchiveSource;
use OCA\Compagnon\Transfer\Source\Archive\EntryPlace;
use OCA\Compagnon\Transfer\Source\Archive\FileBytes;
use OCA\Compagnon\Transfer\Source\Archive\OpenArchives;
use OCA\Compagnon\Transfer\Source\Choice;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\TestCase;

/** When the archive is not what it was, and how much memory a large one takes. */
#[CoversClass(EntryPlace::class)]
#[CoversClass(FileBytes::class)]
#[CoversClass(OpenArchives::class)]
final class ArchiveTroubleTest extends TestCase {
	public function testAnArchiveThatIsGoneIsTold(): void {
		$world = $this->world(3);
		$items = $world->items();
		$access = $world->access();
		$world->files->lose(1);

		self::assertFault(FaultKind::Final, 'archive_missing', static fn () => $world->source->list($access, new Choice(), null));
		self::assertFault(FaultKind::Final, 'archive_missing', static fn () => (new ArchiveSource($world->files, $world->staging))->fetch($access, self::row($items['archive:X/0']->extra), 0)->open?->__invoke());
	}

	public function testAnotherArchiveInItsPlaceIsNotMistakenForIt(): void {
		$world = $this->world(700);
		$items = $world->items();
		$cursor = $world->source->list($world->access(), new Choice(), null)->next;
		$world->files->put('X.zip', self::zip(900), 'changed');
		$source = new ArchiveSource($world->files, $world->staging);

		self::assertFault(FaultKind::Final, 'archive_changed', static fn () => $source->list($world->access(), new Choice(), $cursor));
		self::assertFault(FaultKind::Final, 'archive_changed', static fn () => $source->list($world->access(), new Choice(), 'made up'));
		self::assertFault(FaultKind::Final, 'archive_changed', static fn () => $source->fetch($world->access(), self::row($items['archive:X/0']->extra), 0)->open?->__invoke());
	}

	public function testALockedArchiveIsTriedAgainFromWhereItWas(): void {
		$files = new FakeFiles();
		$id = $files->put('nadia', 'X.zip', self::zip(700))->id;
		$source = new ArchiveSource($files, new FakeStaging());
		$access = new Access('nadia', archives: [$id]);
		$first = $source->list($access, new Choice(), null);
		$files->locked = ['X.zip'];
		self::assertFault(FaultKind::Again, 'archive_locked', static fn () => (new ArchiveSource($files, new FakeStaging()))->list($access, new Choice(), $first->next));
		$files->locked = [];
		$files->people = [];
		self::assertFault(FaultKind::Final, 'archive_missing', static fn () => (new ArchiveSource($files, new FakeStaging()))->list($access, new Choice(), null));
		$files->people = ['nadia'];

		self::assertCount(200, $source->list($access, new Choice(), $first->next)->items);
	}

	public function testARowThatKnowsNoPlaceIsNotFetched(): void {
		$world = $this->world(1);

		self::assertFault(FaultKind::Final, 'entry_broken', static fn () => $world->source->fetch($world->access(), self::row([]), 0));
		self::assertFault(FaultKind::Final, 'entry_broken', static fn () => $world->source->fetch($world->access(), self::row(['file' => 1, 'at' => 0, 'packed' => 1, 'method' => 0]), 0));
	}

	public function testEveryReasonHasItsWords(): void {
		$reasons = [];
		foreach ((array)glob(__DIR__ . '/../../../../../lib/Transfer/Source/Archive/*.php') as $path) {
			preg_match_all("/'((?:archive|entry)_[a-z]+|unsafe_path|path_too_long|symlink|hard_link|special_file|sparse|encrypted|compression_unknown|overlapping)'(?! =>)/", (string)file_get_contents((string)$path), $found);
			$reasons = [...$reasons, ...$found[1]];
		}
		$reasons = array_values(array_unique($reasons));

		self::assertCount(17, $reasons);
		self::assertSame([], array_values(array_filter($reasons, static fn (string $reason): bool => !FaultWords::knows($reason))));
	}

	public function testManyEntriesTakeLittleMemory(): void {
		$world = $this->world(20_000);
		$source = new ArchiveSource($world->files, $world->staging);
		gc_collect_cycles();
		$before = memory_get_usage();
		memory_reset_peak_usage();
		$count = 0;
		for ($cursor = null, $page = null; $page === null || $cursor !== null; $cursor = $page->next) {
			$page = $source->list($world->access(), new Choice(), $cursor);
			self::assertLessThanOrEqual(500, count($page->items));
			$count += count($page->items);
		}

		self::assertSame(20_000, $count);
		self::assertLessThan(6_000_000, memory_get_peak_usage() - $before);
	}

	public function testManySmallFilesAreReadWithOneOpeningEvenIfNothingCanSeek(): void {
		$world = $this->world(2_000);
		$world->files->streams = 'pipe';
		$items = $world->items();
		$before = $world->files->reads;
		foreach ($items as $item) {
			self::assertSame("Fichier $item->name", $world->bytes($item));
		}

		self::assertLessThanOrEqual(1, $world->files->reads - $before);
	}

	public function testTwoFilesReadAtTheSameTimeDoNotMix(): void {
		$zip = new ZipWriter();
		$bytes = [random_bytes(2_000_000), random_bytes(2_000_000)];
		$zip->add('0', $bytes[0]);
		$zip->add('1', $bytes[1], 0);
		$world = new ArchiveWorld(['X.zip' => $zip->bytes()]);
		$items = array_values($world->items());
		$streams = [$world->open($items[0]), $world->open($items[1])];
		$read = ['', ''];
		while (!feof($streams[0]) || !feof($streams[1])) {
			$read[0] .= fread($streams[0], 70_000);
			$read[1] .= fread($streams[1], 50_000);
		}

		self::assertTrue($read === $bytes);
	}

	private function world(int $entries): ArchiveWorld {
		return new ArchiveWorld(['X.zip' => self::zip($entries)]);
	}

	private static function zip(int $entries): string {
		$zip = new ZipWriter();
		for ($number = 0; $number < $entries; $number++) {
			$zip->add((string)$number, "Fichier $number", $number % 2 === 0 ? 8 : 0);
		}
		return $zip->bytes();
	}

	/** @param array<string, scalar|null> $extra */
	private static function row(array $extra): Item {
		return new Item('r', 'k', ItemKind::File, 'x', null, 'x', 'x', ItemState::Queued, 9, extra: $extra);
	}

	private static function assertFault(FaultKind $kind, string $reason, \Closure $act): void {
		try {
			$act();
		} catch (Fault $fault) {
			self::assertSame([$kind, $reason], [$fault->kind, $fault->reason]);
			return;
		}
		self::fail("$reason was not told");
	}
}
