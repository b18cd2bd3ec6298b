<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Transfer\Source\Dropbox;

use OCA\Compagnon\Http\Answer;
use OCA\Compagnon\Http\Request;
use OCA\Compagnon\Transfer\Fault\Fault;
use OCA\Compagnon\Transfer\Source\Dropbox\DropboxScale;
use OCA\Compagnon\Transfer\Source\Effort;
use OCA\Compagnon\Transfer\Source\Weight;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\TestCase;

#[CoversClass(DropboxScale::class)]
#[CoversClass(Effort::class)]
final class DropboxScaleTest extends TestCase {
	private FakeDropbox $box;

	#[\Override]
	protected function setUp(): void {
		$this->box = new FakeDropbox();
		$this->box->folder('/Asso');
		$this->box->folder('/Asso/Sous');
		$this->box->file('/Asso/a.txt', 'a', ['size' => 10]);
		$this->box->file('/Asso/Sous/b.txt', 'b', ['size' => 200]);
		$this->box->file('/Asso 2/c.txt', 'c', ['size' => 4000]);
	}

	public function testAllThatLiesBelowIsAddedUpWithOneListing(): void {
		self::assertEquals(new Weight(2, 210, true), $this->weigh('path:/asso'));
		self::assertEquals(new Weight(3, 4210, true), $this->weigh('path:'));
		self::assertSame(['files/list_folder', 'files/list_folder'], $this->box->routes());
		self::assertSame(['path' => '/asso', 'recursive' => true, 'limit' => 2000, 'include_mounted_folders' => true, 'include_non_downloadable_files' => true], json_decode((string)$this->box->world->http->asked[0]->body, true));
	}

	public function testWhatCanOnlyBeExportedCountsWithoutASize(): void {
		$this->box->file('/Asso/Notes.paper', 'p', ['size' => 77, 'is_downloadable' => false]);

		self::assertEquals(new Weight(3, 210, true), $this->weigh('path:/asso'));
	}

	public function testALaterEntryCounts(): void {
		$this->box->page = 1;
		$this->box->file('/Asso/a.txt', 'a2', ['size' => 11]);
		self::assertEquals(new Weight(2, 211, true), $this->weigh('path:/asso'));
		$this->box->deleted('/Asso/Sous');
		self::assertEquals(new Weight(1, 11, true), $this->weigh('path:/asso'));
	}

	public function testItEndsWhenItIsEnoughAndSaysSo(): void {
		$this->box->page = 1;

		// A page for each of the two folders comes first.
		self::assertEquals(new Weight(1, 10, false), $this->weigh('path:/asso', requests: 3));
		self::assertCount(3, $this->box->routes());
	}

	public function testNobodyWaitsLongerThanWasSaid(): void {
		$this->box->page = 1;
		$this->box->before = function (): ?Answer {
			$this->box->world->clock->advance(3);
			return null;
		};

		self::assertEquals(new Weight(1, 10, false), $this->weigh('path:/asso'));
		self::assertSame([8, 5, 2], array_map(static fn (Request $request): ?int => $request->seconds, $this->box->world->http->asked));
	}

	public function testWhatWasSeenBeforeAFaultIsThereAllTheSame(): void {
		$this->box->page = 3;
		$this->box->before = static fn (string $route): ?Answer => $route === 'files/list_folder/continue' ? FakeDropbox::error(503) : null;
		self::assertEquals(new Weight(1, 10, false), $this->weigh('path:/asso'));

		$this->box->before = static fn (): Answer => FakeDropbox::error(409, 'path', 'not_found');
		foreach (['path:/asso', 'id:invented'] as $folder) {
			try {
				$this->weigh($folder);
				self::fail($folder);
			} catch (Fault $e) {
				self::assertSame('vanished', $e->reason);
			}
		}
	}

	private function weigh(string $folder, int $requests = 40): Weight {
		return $this->box->source()->weigh($this->box->access, $folder, new Effort($this->box->world->clock, 8, $requests));
	}
}
