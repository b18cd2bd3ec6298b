<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Transfer\Source\Google;

use OCA\Compagnon\Http\Answer;
use OCA\Compagnon\Http\Request;
use OCA\Compagnon\Tests\Unit\Transfer\Oauth\OauthWorld;
use OCA\Compagnon\Transfer\Fault\Fault;
use OCA\Compagnon\Transfer\Source\Effort;
use OCA\Compagnon\Transfer\Source\Google\DriveScale;
use OCA\Compagnon\Transfer\Source\Weight;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\TestCase;

#[CoversClass(DriveScale::class)]
#[CoversClass(Effort::class)]
final class DriveScaleTest extends TestCase {
	private FakeDrive $drive;

	#[\Override]
	protected function setUp(): void {
		$this->drive = new FakeDrive();
		$this->drive->folder('f');
		$this->drive->file('a', 'f', ['size' => '10']);
		$this->drive->file('elsewhere', with: ['size' => '4000']);
	}

	public function testFoldersAreOpenedFiftyAtOnce(): void {
		for ($i = 0; $i < 60; $i++) {
			$this->drive->folder("f$i", 'f');
			$this->drive->file("b$i", "f$i", ['size' => '100', 'ownedByMe' => false]);
		}

		self::assertEquals(new Weight(61, 6010, true), $this->weigh('f'));
		self::assertSame([1, 50, 10], array_map(static fn (string $query): int => substr_count($query, ' in parents'), $this->drive->searches()));
		self::assertStringEndsWith(' and trashed=false', $this->drive->searches()[0]);
		self::assertEquals(new Weight(62, 10010, true), $this->weigh('mine'));
	}

	public function testDocumentsAndShortcutsCountWithoutASize(): void {
		$this->drive->file('doc', 'f', ['mimeType' => 'application/vnd.google-apps.document', 'size' => '5555']);
		$this->drive->shortcut('s', 'elsewhere', 'f');

		self::assertEquals(new Weight(3, 10, true), $this->weigh('f'));
	}

	public function testASharedDriveIsSearchedFlatAndItsFoldersWithin(): void {
		$this->drive->drives = ['0AD' => 'Bureau'];
		$this->drive->folder('d', '0AD', ['driveId' => '0AD']);
		$this->drive->folder('e', 'd', ['driveId' => '0AD']);
		$this->drive->file('x', '0AD', ['driveId' => '0AD', 'size' => '1']);
		$this->drive->file('y', 'e', ['driveId' => '0AD', 'size' => '20']);

		self::assertEquals(new Weight(2, 21, true), $this->weigh('drive:0AD'));
		self::assertCount(1, $this->drive->world->http->asked);
		self::assertEquals(new Weight(1, 20, true), $this->weigh('d'));
		self::assertSame('0AD', FakeDrive::query($this->drive->world->http->asked[2])['driveId']);
	}

	public function testWhatOthersSharedIsOpenedWithItsKeys(): void {
		$this->drive->folder('theirs', '', ['ownedByMe' => false, 'sharedWithMeTime' => '2021-01-01T00:00:00Z', 'resourceKey' => 'k-1']);
		$this->drive->file('t', 'theirs', ['ownedByMe' => false, 'size' => '7']);

		self::assertEquals(new Weight(1, 7, true), $this->weigh('shared_with_me'));
		self::assertSame('theirs/k-1', $this->drive->world->http->asked[1]->headers['x-goog-drive-resource-keys'] ?? '');
	}

	public function testFoldersThatGiveNothingTogetherAreOpenedOneByOne(): void {
		foreach (['g', 'h'] as $folder) {
			$this->drive->folder($folder, 'f');
			$this->drive->file("in-$folder", $folder, ['size' => '100']);
		}
		$this->drive->before = static fn (Request $request): ?Answer => str_contains(FakeDrive::query($request)['q'] ?? '', ' or ') ? OauthWorld::json(['files' => []]) : null;

		self::assertEquals(new Weight(3, 210, true), $this->weigh('f'));
	}

	public function testFoldersThatLieInEachOtherAreOpenedOnce(): void {
		$this->drive->folder('f', 'g');
		$this->drive->folder('g', 'f');

		self::assertEquals(new Weight(1, 10, true), $this->weigh('f'));
	}

	public function testItEndsWhenItIsEnoughAndSaysSo(): void {
		$this->drive->folder('g', 'f');
		$this->drive->file('b', 'g', ['size' => '100']);

		self::assertEquals(new Weight(0, 0, false), $this->weigh('f', 1));
		self::assertEquals(new Weight(1, 10, false), $this->weigh('f', 2));
		self::assertEquals(new Weight(2, 110, true), $this->weigh('f', 3));
		self::assertEquals(new Weight(0, 0, false), $this->weigh('f', 0));
	}

	public function testNobodyWaitsLongerThanWasSaid(): void {
		$this->drive->page = 1;
		$this->drive->file('b', 'f', ['size' => '100']);
		$this->drive->before = function (): ?Answer {
			$this->drive->world->clock->advance(5);
			return null;
		};

		self::assertEquals(new Weight(1, 10, false), $this->weigh('f'));
		self::assertSame([8, 3], array_map(static fn (Request $request): ?int => $request->seconds, $this->drive->world->http->asked));
	}

	public function testWhatWasSeenBeforeAFaultIsThereAllTheSame(): void {
		$this->drive->folder('g', 'f');
		$this->drive->before = static fn (Request $request): ?Answer => str_contains(FakeDrive::query($request)['q'] ?? '', "'g' in parents") ? FakeDrive::error(429, 'rateLimitExceeded') : null;
		self::assertEquals(new Weight(1, 10, false), $this->weigh('f'));

		$this->expectException(Fault::class);
		$this->expectExceptionMessage('vanished');
		$this->weigh('gone');
	}

	private function weigh(string $folder, int $requests = 40): Weight {
		return $this->drive->source()->weigh($this->drive->access, $folder, new Effort($this->drive->world->clock, 8, $requests));
	}
}
