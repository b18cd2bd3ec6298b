<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Tour;

use OCA\Compagnon\Error\NotFound;
use OCA\Compagnon\Tests\Fake\ContentFixture;
use OCA\Compagnon\Tests\Fake\World;
use OCA\Compagnon\Tour\Audience;
use OCA\Compagnon\Tour\Tour;
use OCA\Compagnon\Tour\TourReader;
use OCA\Compagnon\Tour\Tours;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** Which tours, and which of their steps, exist for whom. */
#[CoversClass(Tours::class)]
#[CoversClass(Tour::class)]
#[CoversClass(Audience::class)]
#[CoversClass(TourReader::class)]
final class ToursTest extends TestCase {
	private World $world;

	#[\Override]
	protected function setUp(): void {
		$this->world = new World();
		$this->world->members->admins = ['camille'];
		$this->world->members->groups = ['nadia' => ['board', 'garden'], 'bruno' => ['garden']];
		$this->world->apps->apps += ['calendar' => [], 'deck' => ['bruno']];
	}

	/** @return iterable<string, array{array<string, mixed>, list<string>}> an audience, and for whom it is */
	public static function audiences(): iterable {
		yield 'everybody' => [[], ['camille', 'nadia', 'bruno']];
		yield 'admins' => [['role' => 'admin'], ['camille']];
		yield 'a group' => [['groups' => ['board']], ['nadia']];
		yield 'one of several groups' => [['groups' => ['board', 'garden']], ['nadia', 'bruno']];
		yield 'a group that is not there' => [['groups' => ['choir']], []];
		yield 'an app' => [['apps' => ['calendar']], ['camille', 'nadia', 'bruno']];
		yield 'an app that one of them cannot use' => [['apps' => ['calendar', 'deck']], ['camille', 'nadia']];
		yield 'an app that is not there' => [['apps' => ['calendar', 'talk']], []];
		yield 'their language' => [['languages' => ['br', 'fr']], ['camille', 'nadia', 'bruno']];
		yield 'another language' => [['languages' => ['br']], []];
		yield 'several conditions' => [['groups' => ['board', 'garden'], 'apps' => ['deck'], 'languages' => ['fr']], ['nadia']];
		yield 'an admin of a group' => [['role' => 'admin', 'groups' => ['garden']], []];
	}

	/**
	 * @param array<string, mixed> $for
	 * @param list<string> $people
	 */
	#[DataProvider('audiences')]
	public function testATourIsForThoseWhomItNames(array $for, array $people): void {
		$this->world->content->tour('alpha', self::for($for) + ContentFixture::alpha());

		foreach (['camille', 'nadia', 'bruno'] as $person) {
			$isFor = in_array($person, $people, true);
			self::assertSame($isFor ? ['alpha'] : [], $this->ids($person), $person);
			self::assertSame($isFor, $this->exists($person, 'alpha'), $person);
		}
	}

	/**
	 * @param array<string, mixed> $for
	 * @param list<string> $people
	 */
	#[DataProvider('audiences')]
	public function testAStepIsForThoseWhomItNames(array $for, array $people): void {
		$this->steps([ContentFixture::step('one'), self::for($for) + ContentFixture::step('two')]);

		foreach (['camille', 'nadia', 'bruno'] as $person) {
			$expected = in_array($person, $people, true) ? ['one', 'two'] : ['one'];
			self::assertSame($expected, $this->world->tours()->get($person, 'alpha')->stepIds(), $person);
		}
	}

	public function testAStepOnAPageOfAnAppThatIsMissingIsLeftOut(): void {
		$this->steps([
			['page' => ['app' => 'talk', 'path' => '/apps/spreed']] + ContentFixture::step('one'),
			['page' => ['app' => 'deck', 'path' => '/apps/deck']] + ContentFixture::step('two'),
			ContentFixture::step('three'),
		]);

		self::assertSame(['two', 'three'], $this->world->tours()->get('nadia', 'alpha')->stepIds());
		self::assertSame(['three'], $this->world->tours()->get('bruno', 'alpha')->stepIds());
		self::assertSame('two', $this->world->start('nadia', 'alpha')->step);
		self::assertSame('three', $this->world->start('bruno', 'alpha')->step);
	}

	public function testATourOfWhichNoStepIsLeftDoesNotExist(): void {
		$this->steps([['for' => ['role' => 'admin']] + ContentFixture::step('one')]);

		self::assertSame(['alpha'], $this->ids('camille'));
		self::assertSame([], $this->ids('nadia'));
		self::assertFalse($this->exists('nadia', 'alpha'));
	}

	public function testATourOfAnAppThatIsMissingDoesNotExist(): void {
		self::assertFalse($this->exists('nadia', 'beta'));

		$this->world->apps->apps['notes'] = [];
		self::assertTrue($this->exists('nadia', 'beta'));
	}

	public function testTheDeviceIsForTheBrowserToDecide(): void {
		$this->steps([['for' => ['device' => 'phone']] + ContentFixture::step('one'), ContentFixture::step('two')]);

		self::assertSame(['phone', null], array_column($this->world->show()->show('nadia', 'alpha')['steps'], 'device'));
	}

	public function testOrderComesFirstThenThoseWithoutOne(): void {
		foreach (['zoo' => 20, 'yak' => 9999, 'elk' => 20, 'ant' => null] as $id => $order) {
			$this->world->content->tour($id, ['id' => $id] + ($order === null ? [] : ['order' => $order]) + ContentFixture::alpha());
		}

		self::assertSame(['elk', 'zoo', 'yak', 'alpha', 'ant'], $this->ids('nadia'));
	}

	public function testEveryFieldOfAStepIsRead(): void {
		$this->steps([[
			'id' => 'all', 'page' => ['app' => 'files', 'path' => '/apps/files/trashbin', 'exact' => true], 'anchor' => 'files.new',
			'title' => 'alpha.title', 'text' => 'step.text', 'where' => 'step.text', 'needs' => 'sharing.links',
			'ends' => ['on' => 'event', 'events' => ['files:node:created']],
		], ['ends' => ['on' => 'page', 'path' => '/apps/deck']] + ContentFixture::step('page')]);

		$steps = $this->world->library()->find('alpha')->steps ?? [];

		self::assertSame([true, 'files.new', 'sharing.links'], [$steps[0]->exact, $steps[0]->anchor, $steps[0]->needs?->value]);
		self::assertSame(['alpha.title', 'step.text', 'step.text'], [$steps[0]->title->key, $steps[0]->text->key, $steps[0]->where?->key]);
		self::assertSame(['on' => 'event', 'events' => ['files:node:created']], $steps[0]->ending->toArray());
		self::assertSame(['on' => 'page', 'path' => '/apps/deck'], $steps[1]->ending->toArray());
		self::assertSame([false, null, null], [$steps[1]->exact, $steps[1]->where, $steps[1]->needs]);
	}

	/**
	 * @param array<string, mixed> $for
	 * @return array<string, mixed>
	 */
	private static function for(array $for): array {
		return $for === [] ? [] : ['for' => $for];
	}

	/** @param list<array<string, mixed>> $steps */
	private function steps(array $steps): void {
		$this->world->content->tour('alpha', ['steps' => $steps] + ContentFixture::alpha());
	}

	/** @return list<string> */
	private function ids(string $person): array {
		return array_map(static fn (Tour $tour): string => $tour->id, $this->world->tours()->of($person));
	}

	private function exists(string $person, string $tour): bool {
		try {
			$this->world->tours()->get($person, $tour);
			return true;
		} catch (NotFound) {
			return false;
		}
	}
}
