<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Transfer\Source\Google;

use OCA\Compagnon\Http\Answer;
use OCA\Compagnon\Http\Request;
use OCA\Compagnon\Transfer\Fault\Fault;
use OCA\Compagnon\Transfer\Item\ItemKind;
use OCA\Compagnon\Transfer\Source\Choice;
use OCA\Compagnon\Transfer\Source\Google\DriveShortcuts;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\TestCase;

#[CoversClass(DriveShortcuts::class)]
final class DriveShortcutsTest extends TestCase {
	private FakeDrive $drive;
	private Choice $mine;

	#[\Override]
	protected function setUp(): void {
		$this->drive = new FakeDrive();
		$this->mine = new Choice(['mine']);
	}

	public function testToSomethingThatComesAnywayItIsALineInTheReport(): void {
		$this->drive->folder('f');
		$this->drive->file('a', 'f');
		$this->drive->shortcut('to-file', 'a');
		$this->drive->shortcut('to-folder', 'f');

		self::assertSame(['a' => 'f', 'f' => null, 'to-file' => 'shortcut_inside', 'to-folder' => 'shortcut_inside'], $this->drive->tree($this->mine));
		self::assertSame('Name of to-file', $this->drive->items($this->mine)['to-file']->name);
	}

	public function testToAFileElsewhereThatFileComesUnderItsName(): void {
		$this->drive->file('theirs', '', ['ownedByMe' => false, 'size' => '77', 'resourceKey' => 'k-3', 'md5Checksum' => 'abc']);
		$this->drive->shortcut('s', 'theirs', with: ['name' => 'Le contrat.pdf', 'shortcutDetails' => ['targetId' => 'theirs', 'targetResourceKey' => 'k-3']]);
		$item = $this->drive->items($this->mine)['s'];

		self::assertSame(['Le contrat.pdf', 77, 'abc', null, null], [$item->name, $item->size, $item->hash, $item->parentId, $item->unsupported]);
		self::assertSame(['target' => 'theirs', 'key' => 'k-3'], $item->extra);
		self::assertArrayNotHasKey('theirs', $this->drive->items($this->mine));
	}

	public function testToADocumentElsewhereItsExportComes(): void {
		$this->drive->file('theirs', '', ['ownedByMe' => false, 'mimeType' => 'application/vnd.google-apps.document', 'size' => null, 'md5Checksum' => null]);
		$this->drive->shortcut('s', 'theirs', with: ['name' => 'Statuts']);

		self::assertSame('Statuts.docx', $this->drive->items($this->mine)['s']->name);
	}

	public function testToAFolderElsewhereItComesOnceWithAllBelowIt(): void {
		$this->drive->folder('theirs', '', ['ownedByMe' => false]);
		$this->drive->folder('below', 'theirs', ['ownedByMe' => false]);
		$this->drive->file('deep', 'below', ['ownedByMe' => false]);
		$this->drive->folder('f');
		$this->drive->shortcut('s1', 'theirs', 'f', ['name' => 'Commun']);
		$this->drive->shortcut('s2', 'theirs');
		$this->drive->shortcut('s3', 'deep');
		$items = $this->drive->items($this->mine);

		self::assertSame(['below' => 'theirs', 'deep' => 'below', 'f' => null, 's2' => 'shortcut_inside', 's3' => 'shortcut_inside', 'theirs' => 'f'], $this->drive->tree($this->mine));
		self::assertSame([ItemKind::Folder, 'Commun'], [$items['theirs']->kind, $items['theirs']->name]);
	}

	public function testFoldersThatLeadToEachOtherEnd(): void {
		$this->drive->folder('x', '', ['ownedByMe' => false]);
		$this->drive->folder('y', '', ['ownedByMe' => false]);
		$this->drive->shortcut('x-to-y', 'y', 'x', ['ownedByMe' => false]);
		$this->drive->shortcut('y-to-x', 'x', 'y', ['ownedByMe' => false]);
		$this->drive->shortcut('y-to-y', 'y', 'y', ['ownedByMe' => false]);
		$this->drive->shortcut('s', 'x');

		self::assertSame(['x' => null, 'y' => 'x', 'y-to-x' => 'shortcut_inside', 'y-to-y' => 'shortcut_inside'], $this->drive->tree($this->mine));
	}

	public function testToAFolderAboveTheChosenOneThatOneStaysWhereItIs(): void {
		$this->drive->folder('above');
		$this->drive->folder('f', 'above');
		$this->drive->file('a', 'f');
		$this->drive->file('beside', 'above');
		$this->drive->shortcut('s', 'above', 'f');

		self::assertSame(['a' => 'f', 'above' => 'f', 'beside' => 'above', 'f' => null], $this->drive->tree(new Choice(['f'])));
	}

	public function testToNothingItIsALineInTheReport(): void {
		$this->drive->file('binned', with: ['trashed' => true]);
		$this->drive->file('forbidden', '', ['ownedByMe' => false]);
		$this->drive->shortcut('s1', 'gone');
		$this->drive->shortcut('s2', 'binned');
		$this->drive->shortcut('s3', 'forbidden');
		$this->drive->shortcut('s4', 's1');
		$this->drive->before = static fn (Request $request): ?Answer => str_contains($request->url, 'files/forbidden') ? FakeDrive::error(403, 'insufficientFilePermissions') : null;

		self::assertSame(['s1' => 'dangling_shortcut', 's2' => 'dangling_shortcut', 's3' => 'dangling_shortcut', 's4' => 'dangling_shortcut'], $this->drive->tree($this->mine));
	}

	public function testTroubleOnTheWayIsNotTakenForNothing(): void {
		$this->drive->shortcut('s', 'a');
		$this->drive->before = static fn (Request $request): ?Answer => str_contains($request->url, 'files/a') ? FakeDrive::error(503, 'backendError') : null;

		$this->expectException(Fault::class);
		$this->drive->items($this->mine);
	}

	public function testWhatIsSharedComesOnlyOnceThere(): void {
		$this->drive->folder('theirs', '', ['ownedByMe' => false, 'sharedWithMeTime' => '2021-01-01T00:00:00Z']);
		$this->drive->file('inside', 'theirs', ['ownedByMe' => false]);
		$this->drive->shortcut('s', 'inside');

		self::assertSame('shortcut_inside', $this->drive->items()['s']->unsupported);
		self::assertNull($this->drive->items(new Choice(sharedWithMe: false))['s']->unsupported);
	}

	public function testIntoASharedDriveThatIsTakenOrNot(): void {
		$this->drive->drives = ['0AD' => 'Bureau'];
		$this->drive->file('a', '0AD', ['driveId' => '0AD', 'ownedByMe' => false]);
		$this->drive->shortcut('s', 'a');

		self::assertSame('shortcut_inside', $this->drive->items()['s']->unsupported);
		self::assertNull($this->drive->items($this->mine)['s']->unsupported);
	}

	public function testToAFolderThatIsLeftOutItIsFollowed(): void {
		$this->drive->folder('f');
		$this->drive->file('a', 'f');
		$this->drive->file('b');
		$this->drive->shortcut('s', 'a');
		$this->drive->shortcut('t', 'b');

		self::assertSame(['b' => null, 's' => null, 't' => 'shortcut_inside'], $this->drive->tree(new Choice(['mine'], ['f'])));
	}
}
