<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Transfer;

use OCA\Compagnon\Error\Invalid;
use OCA\Compagnon\Error\NotFound;
use OCA\Compagnon\Tests\Fake\FakeUrls;
use OCA\Compagnon\Tests\Fake\TransferWorld;
use OCA\Compagnon\Tests\Unit\Transfer\Source\Dropbox\FakeDropbox;
use OCA\Compagnon\Tests\Unit\Transfer\Source\Google\FakeDrive;
use OCA\Compagnon\Transfer\FindCopy;
use OCA\Compagnon\Transfer\Item\Item;
use OCA\Compagnon\Transfer\Item\ItemKind;
use OCA\Compagnon\Transfer\Item\ItemState;
use OCA\Compagnon\Transfer\Map\Copy;
use OCA\Compagnon\Transfer\Map\LinkedCopies;
use OCA\Compagnon\Transfer\Run\Run;
use OCA\Compagnon\Transfer\Run\RunOptions;
use OCA\Compagnon\Transfer\Run\RunPhase;
use OCA\Compagnon\Transfer\Run\RunState;
use OCA\Compagnon\Transfer\Source\Dropbox\DropboxPaths;
use OCA\Compagnon\Transfer\Source\FoundItem;
use OCA\Compagnon\Transfer\Source\Sources;
use OCA\Compagnon\Transfer\Target\Content;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\TestCase;

#[CoversClass(FindCopy::class)]
#[CoversClass(LinkedCopies::class)]
final class FindCopyTest extends TestCase {
	private const DRIVE = '1AbC-dEf_GhIjKlMnOpQrStUvWxYz0123456789';

	private TransferWorld $world;

	#[\Override]
	protected function setUp(): void {
		$this->world = new TransferWorld();
		foreach (['google', 'dropbox'] as $source) {
			$this->world->runs->create(new Run($source, 'nadia', 'nadia', $source, 'acc', RunState::Done, RunPhase::Report, new RunOptions('Drive'), $this->world->clock->now()));
		}
	}

	public function testByTheIdInALinkOfDrive(): void {
		$stored = $this->stored('Statuts.pdf');
		$this->world->map->remember('nadia', 'google:1', [new Copy(Item::keyOf(ItemKind::File, self::DRIVE), $stored, 'e', 3, null, null, 1)]);

		self::assertSame(['id' => $stored, 'name' => 'Statuts.pdf', 'path' => 'Statuts.pdf', 'url' => "https://space.example/f/$stored"], $this->find('https://drive.google.com/file/d/' . self::DRIVE . '/view?usp=sharing'));
	}

	public function testByTheTargetOfAShortcutThatCameInItsPlace(): void {
		$stored = $this->brought('google', 'shortcut-id', 'https://drive.google.com/file/d/' . self::DRIVE . '/view?usp=drivesdk');

		self::assertSame($stored, $this->find('https://drive.google.com/open?id=' . self::DRIVE)['id']);
	}

	public function testByThePathInALinkOfDropbox(): void {
		$this->brought('dropbox', 'id:other', DropboxPaths::link('/archives/été 2024.xlsx', false));
		$stored = $this->brought('dropbox', 'id:a', DropboxPaths::link('/comptes/été 2024.xlsx', false));

		self::assertSame($stored, $this->find('https://www.dropbox.com/home/Comptes?preview=%C3%89t%C3%A9+2024.xlsx')['id']);
	}

	public function testACopyThatIsGoneIsNotFound(): void {
		$stored = $this->brought('google', self::DRIVE, 'https://drive.google.com/file/d/' . self::DRIVE . '/view');
		$this->world->items->change('google', Item::keyOf(ItemKind::File, self::DRIVE), ItemState::Found, ItemState::Found, ['file_id' => $stored + 1000]);

		$this->expectException(NotFound::class);
		$this->find('https://drive.google.com/open?id=' . self::DRIVE);
	}

	public function testNobodyFindsAnotherPersonsCopy(): void {
		$this->brought('google', self::DRIVE, 'https://drive.google.com/file/d/' . self::DRIVE . '/view');

		$this->expectException(NotFound::class);
		$this->find('https://drive.google.com/open?id=' . self::DRIVE, 'lou');
	}

	public function testALinkFromElsewhereIsNone(): void {
		$this->expectException(Invalid::class);
		$this->find('https://example.org/a');
	}

	/** @return array{id: int, name: string, path: string, url: string} */
	private function find(string $link, string $userId = 'nadia'): array {
		$sources = Sources::of((new FakeDrive())->source(), (new FakeDropbox())->source());
		return (new FindCopy($sources, $this->world->map, new LinkedCopies($this->world->database), $this->world->files, new FakeUrls()))->find($userId, $link);
	}

	private function stored(string $name): int {
		return $this->world->files->create('nadia', '', $name, Content::ofBytes('abc'), null)->id;
	}

	private function brought(string $run, string $id, string $link): int {
		$stored = $this->stored("$id.txt");
		$this->world->items->note($run, [new FoundItem($id, ItemKind::File, null, 'n', 3, link: $link)], 1);
		$this->world->items->change($run, Item::keyOf(ItemKind::File, $id), ItemState::Found, ItemState::Found, ['file_id' => $stored]);
		return $stored;
	}
}
