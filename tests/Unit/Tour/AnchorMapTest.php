<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Tour;

use OCA\Compagnon\Content\ContentFault;
use OCA\Compagnon\Tests\Fake\World;
use OCA\Compagnon\Tour\AnchorLinks;
use OCA\Compagnon\Tour\AnchorMap;
use OCA\Compagnon\Tour\AnchorSections;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\TestCase;

#[CoversClass(AnchorLinks::class)]
#[CoversClass(AnchorMap::class)]
#[CoversClass(AnchorSections::class)]
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

	public function testAnchorsThatLeadInACircleAreNamedAndTheMapServesAll(): void {
		$this->versions(['nextcloud' => ['32' => [
			'files.a' => ['selectors' => ['.a'], 'open' => 'files.b'],
			'files.b' => ['selectors' => ['.b'], 'instead' => 'files.c'],
			'files.c' => ['selectors' => ['.c'], 'open' => 'files.a', 'instead' => 'files.d'],
			'files.d' => ['selectors' => ['.d']],
			'files.e' => ['selectors' => ['.e'], 'open' => 'files.e'],
		]]]);

		$anchors = $this->world->anchors()->only(['files.a']);
		self::assertSame(['files.a', 'files.b', 'files.c', 'files.d'], array_keys($anchors));
		self::assertSame('files.b', $anchors['files.a']['open']);
		self::assertSame('files.c', $anchors['files.b']['instead']);
		self::assertSame([null, 'files.d'], [$anchors['files.c']['open'], $anchors['files.c']['instead']]);
		self::assertNull($this->world->anchors()->only(['files.e'])['files.e']['open']);
		self::assertStringContainsString('files.a → files.b → files.c → files.a', $this->world->log->entries[0]['message']);
		self::assertStringContainsString('files.e → files.e', $this->world->log->entries[1]['message']);
	}

	public function testWhatNeedsTheSameOpenerIsNoCircle(): void {
		$this->versions(['nextcloud' => ['32' => [
			'files.a' => ['selectors' => ['.a'], 'open' => 'files.d', 'instead' => 'files.b'],
			'files.b' => ['selectors' => ['.b'], 'open' => 'files.d', 'instead' => 'files.c'],
			'files.c' => ['selectors' => ['.c'], 'open' => 'files.d'],
			'files.d' => ['selectors' => ['.d']],
		]]]);

		self::assertSame('files.d', $this->world->anchors()->only(['files.a'])['files.c']['open'] ?? null);
		self::assertSame([], $this->world->anchors()->faults());
		self::assertSame([], $this->world->log->entries);
	}

	public function testFaultsOfEveryHostAndVersionAreNamedOnce(): void {
		$this->versions([
			'demo' => ['1' => ['files.new' => ['selectors' => ['.new'], 'open' => 'files.nowhere']]],
			'nextcloud' => [
				'32' => ['files.a' => ['selectors' => ['.a'], 'open' => 'files.b'], 'files.b' => ['selectors' => ['.b']]],
				'34' => ['files.b' => ['selectors' => ['.b'], 'instead' => 'files.a']],
				'35' => ['files.c' => ['selectors' => ['.c']]],
			],
		]);

		self::assertSame([
			'Its anchor “files.new” leads to the anchor “files.nowhere”, which is not known.',
			'Its anchors lead in a circle: files.b → files.a → files.b.',
		], array_map(static fn (ContentFault $fault): string => $fault->reason, $this->world->anchors()->faults()));
		self::assertSame('files.b', $this->world->anchors()->only(['files.a'])['files.a']['open'] ?? null);
		self::assertSame([], $this->world->log->entries);
	}

	public function testALinkToNowhereIsLoggedWhenItIsMet(): void {
		$this->versions(['nextcloud' => ['32' => ['files.a' => ['selectors' => ['.a'], 'open' => 'files.nowhere']]]]);

		self::assertSame(['files.a'], array_keys($this->world->anchors()->only(['files.a'])));
		self::assertStringContainsString('files.nowhere', $this->world->log->entries[0]['message']);
	}

	public function testAnchorsThatATourBringsWin(): void {
		$own = ['files.new' => ['selectors' => ['.own'], 'open' => 'files.toggle', 'instead' => null, 'behind' => null]];

		self::assertSame(['.own'], $this->world->anchors()->only(['files.new'], $own)['files.new']['selectors'] ?? null);
		self::assertSame(['#toggle'], $this->world->anchors()->only(['files.new'], $own)['files.toggle']['selectors'] ?? null);
		self::assertSame(['#new'], $this->selectors('files.new'));
	}

	public function testTheShippedAnchorsAreFine(): void {
		copy(__DIR__ . '/../../../resources/anchors.json', $this->world->content->path . '/anchors.json');

		self::assertSame([], array_map(static fn (ContentFault $fault): string => $fault->reason, $this->world->anchors()->faults()));
	}

	public function testABrokenFileLeavesTheWordsAndIsLoggedOnce(): void {
		$this->world->content->write('anchors.json', ['schema' => 2, 'hosts' => []]);

		self::assertSame([], $this->world->anchors()->only(['files.new']));
		self::assertSame([], $this->world->anchors()->only(['files.new']));
		self::assertCount(1, $this->world->log->entries);
		self::assertStringContainsString('anchors.json', $this->world->log->entries[0]['message']);
		self::assertStringContainsString('newer version of Compagnon (schema 2)', $this->world->anchors()->faults()[0]->reason ?? '');
		self::assertNull($this->world->anchors()->names());
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
