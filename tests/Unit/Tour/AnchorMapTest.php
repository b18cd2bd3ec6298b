<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Tour;

use OCA\Compagnon\Tests\Fake\World;
use OCA\Compagnon\Tour\AnchorMap;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\TestCase;

#[CoversClass(AnchorMap::class)]
final class AnchorMapTest extends TestCase {
	private World $world;

	#[\Override]
	protected function setUp(): void {
		$this->world = new World();
	}

	public function testBringsAlongWhatAnAnchorIsOpenedWith(): void {
		self::assertSame([
			'files.toggle' => ['selectors' => ['#toggle'], 'open' => null, 'instead' => null, 'behind' => null],
			'files.trash' => ['selectors' => ['#trash'], 'open' => 'files.toggle', 'instead' => null, 'behind' => null],
		], $this->world->anchors()->only(['files.trash']));
	}

	public function testAnAnchorThatThisHostDoesNotHaveIsLeftOut(): void {
		self::assertSame([], $this->world->anchors()->only(['files.nothing']));
	}

	public function testAnotherHostHasItsOwn(): void {
		$this->versions(['demo' => ['1' => ['files.new' => ['selectors' => ['.demo']]]], 'nextcloud' => []]);
		self::assertSame([], $this->world->anchors()->only(['files.new']));

		$this->world->host->name = 'demo';
		$this->world->host->version = 1;
		self::assertSame(['.demo'], $this->selectors('files.new'));
	}

	public function testANewerVersionUsesTheNewestOlderSectionAndWhatItDoesNotChange(): void {
		$this->versions(['nextcloud' => [
			'9' => ['files.new' => ['selectors' => ['.nine']]],
			'32' => ['files.new' => ['selectors' => ['.old']], 'files.list' => ['selectors' => ['.list']]],
			'34' => ['files.new' => ['selectors' => ['.waffle']]],
		]]);

		foreach ([32 => '.old', 33 => '.old', 34 => '.waffle', 40 => '.waffle'] as $version => $selector) {
			$this->world->host->version = $version;
			self::assertSame([$selector], $this->selectors('files.new'), "version $version");
			self::assertSame(['.list'], $this->selectors('files.list'), "version $version");
		}
	}

	public function testAVersionOlderThanAllUsesTheOldest(): void {
		$this->world->host->version = 31;

		self::assertSame(['#new'], $this->selectors('files.new'));
	}

	public function testAnchorsThatOpenEachOtherEnd(): void {
		$this->versions(['nextcloud' => ['32' => [
			'files.a' => ['selectors' => ['.a'], 'open' => 'files.b'],
			'files.b' => ['selectors' => ['.b'], 'open' => 'files.a'],
		]]]);

		self::assertSame(['files.a', 'files.b'], array_keys($this->world->anchors()->only(['files.a'])));
	}

	public function testABrokenFileLeavesTheWordsAndIsLoggedOnce(): void {
		$this->world->content->write('anchors.json', ['schema' => 2, 'hosts' => []]);

		self::assertSame([], $this->world->anchors()->only(['files.new']));
		self::assertSame([], $this->world->anchors()->only(['files.new']));
		self::assertCount(1, $this->world->log->entries);
		self::assertStringContainsString('anchors.json', $this->world->log->entries[0]['message']);
	}

	/** @param array<string, mixed> $hosts */
	private function versions(array $hosts): void {
		$this->world->content->write('anchors.json', (string)json_encode(['schema' => 1, 'hosts' => array_map(static fn (mixed $host): object => (object)$host, $hosts)]));
	}

	/** @return list<string> */
	private function selectors(string $name): array {
		return $this->world->anchors()->only([$name])[$name]['selectors'] ?? [];
	}
}
