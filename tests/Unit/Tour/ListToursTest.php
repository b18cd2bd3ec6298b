<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Tour;

use OCA\Compagnon\Tests\Fake\ContentFixture;
use OCA\Compagnon\Tests\Fake\World;
use OCA\Compagnon\Tour\ListTours;
use OCA\Compagnon\Tour\Rooms;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\TestCase;

/** Under which headings the tours of a person are shown. */
#[CoversClass(ListTours::class)]
#[CoversClass(Rooms::class)]
final class ListToursTest extends TestCase {
	private const LATER = ['id' => 'later', 'title' => 'alpha.only-french', 'about' => 'step.text'];
	private const FIRST = ['id' => 'first', 'title' => 'alpha.title', 'about' => 'step.text'];

	private World $world;

	#[\Override]
	protected function setUp(): void {
		$this->world = new World();
		$this->world->content->write('rooms.json', ['schema' => 1, 'rooms' => [self::LATER, ['id' => 'empty'] + self::FIRST, self::FIRST]]);
	}

	public function testRoomsAreInTheirOrderInThePersonsLanguageAndNeverEmpty(): void {
		$this->put('alpha', 'first');
		$this->put('gamma', 'later');
		$this->world->content->tour('beta', ['id' => 'beta', 'app' => 'notes', 'room' => 'empty'] + ContentFixture::alpha());

		self::assertSame([
			['id' => 'later', 'title' => 'Seulement en français', 'about' => 'Texte'],
			['id' => 'first', 'title' => 'Premier', 'about' => 'Texte'],
		], $this->world->list()->list('nadia')['rooms']);
		self::assertSame(['alpha' => 'first', 'gamma' => 'later'], $this->roomsOfTours());
	}

	public function testATourOfNoRoomOrOfOneThatIsNotKnownIsInNone(): void {
		$this->put('alpha', null);
		$this->put('gamma', 'cellar');

		self::assertSame(['alpha' => null, 'gamma' => null], $this->roomsOfTours());
		self::assertSame([], $this->world->list()->list('nadia')['rooms']);
	}

	public function testWithoutItsFileToursAreInNoRoomAndTheFaultIsTold(): void {
		$this->put('alpha', 'first');
		$this->world->content->write('rooms.json', ['schema' => 1, 'rooms' => [['id' => 'first']]]);

		self::assertSame(['alpha' => null], $this->roomsOfTours());
		self::assertStringContainsString('rooms.json', $this->world->log->entries[0]['message']);
		self::assertSame('rooms.json', $this->world->library()->readAll()['faults'][0]->path ?? '');
	}

	private function put(string $id, ?string $room): void {
		$this->world->content->tour($id, ['id' => $id] + ($room === null ? [] : ['room' => $room]) + ContentFixture::alpha());
	}

	/** @return array<string, ?string> */
	private function roomsOfTours(): array {
		return array_column($this->world->list()->list('nadia')['tours'], 'room', 'id');
	}
}
