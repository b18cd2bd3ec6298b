<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Tour;

use OCA\Compagnon\Error\Invalid;
use OCA\Compagnon\Error\NotFound;
use OCA\Compagnon\Tests\Fake\ContentFixture;
use OCA\Compagnon\Tests\Fake\World;
use OCA\Compagnon\Tour\MoveTour;
use OCA\Compagnon\Tour\ShowTour;
use OCA\Compagnon\Tour\StartTour;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\TestCase;

/** An app that is disabled while somebody is in the middle of a tour. */
#[CoversClass(StartTour::class)]
#[CoversClass(MoveTour::class)]
#[CoversClass(ShowTour::class)]
final class AppGoneTest extends TestCase {
	private World $world;

	#[\Override]
	protected function setUp(): void {
		$this->world = new World();
		$this->world->apps->apps += ['notes' => [], 'deck' => []];
	}

	public function testATourOfThatAppIsGoneWithASentenceAndThePlaceIsKept(): void {
		$this->world->start('nadia', 'beta');
		$this->world->move('nadia', 'beta', 'last', 1);
		unset($this->world->apps->apps['notes']);

		foreach ([fn () => $this->world->show()->show('nadia', 'beta'), fn () => $this->world->move('nadia', 'beta', 'one', 2), fn () => $this->world->start('nadia', 'beta')] as $act) {
			self::assertSame('This tour does not exist here. Reload the page to see those that do.', self::refusal($act));
		}
		self::assertSame(['alpha'], array_column($this->world->list()->list('nadia')['tours'], 'id'));

		$this->world->apps->apps['notes'] = [];
		self::assertSame('last', $this->world->start('nadia', 'beta')->step);
	}

	public function testAStepOfThatAppIsLeftOutAndTheTourGoesOn(): void {
		$this->world->content->tour('alpha', ['steps' => [
			ContentFixture::step('one'),
			['page' => ['app' => 'deck', 'path' => '/apps/deck']] + ContentFixture::step('cards'),
			ContentFixture::step('last'),
		]] + ContentFixture::alpha());
		$this->world->start('nadia', 'alpha');
		unset($this->world->apps->apps['deck']);

		self::assertSame(['one', 'last'], array_column($this->world->show()->show('nadia', 'alpha')['steps'], 'id'));
		self::assertSame('This tour has no such step any more. Reload the page to go on.', self::refusal(fn () => $this->world->move('nadia', 'alpha', 'cards', 1)));
		self::assertSame('last', $this->world->move('nadia', 'alpha', 'last', 1)->step);
	}

	public function testWhoeverStandsOnSuchAStepBeginsWithTheFirst(): void {
		$this->world->content->tour('alpha', ['steps' => [
			ContentFixture::step('one'),
			['page' => ['app' => 'deck', 'path' => '/apps/deck']] + ContentFixture::step('cards'),
		]] + ContentFixture::alpha());
		$this->world->start('nadia', 'alpha');
		$this->world->move('nadia', 'alpha', 'cards', 1);
		unset($this->world->apps->apps['deck']);

		self::assertSame('one', $this->world->start('nadia', 'alpha')->step);
	}

	/** @param \Closure(): mixed $act */
	private static function refusal(\Closure $act): string {
		try {
			$act();
		} catch (NotFound|Invalid $refusal) {
			return $refusal->getMessage();
		}
		self::fail('It was not refused');
	}
}
