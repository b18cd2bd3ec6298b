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
use OCA\Compagnon\Tour\ShowTour;
use OCA\Compagnon\Tour\Tour;
use OCA\Compagnon\Tour\Tours;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\TestCase;

#[CoversClass(ShowTour::class)]
#[CoversClass(ListTours::class)]
#[CoversClass(Tours::class)]
#[CoversClass(Tour::class)]
final class ShowTourTest extends TestCase {
	public function testIsTheWholeTourInThePersonsLanguage(): void {
		$world = new World();
		$world->spaceSettings()->change(true, '  Camille, le mardi  ');

		$tour = $world->show()->show('nadia', 'alpha');

		self::assertSame(['alpha', 1, 'files', 'Premier', 'Seulement en français', 3], [$tour['id'], $tour['version'], $tour['app'], $tour['title'], $tour['summary'], $tour['minutes']]);
		self::assertSame('Camille, le mardi', $tour['contact']);
		self::assertSame(['files.new' => ['selectors' => ['#new'], 'open' => null, 'instead' => null, 'behind' => null]], $tour['anchors']);
		self::assertNull($tour['progress']);
		self::assertSame([
			'id' => 'one', 'page' => ['app' => 'files', 'path' => '/apps/files', 'exact' => false], 'anchor' => null,
			'title' => 'Premier', 'text' => 'Texte', 'where' => null, 'ends' => ['on' => 'next'], 'device' => null, 'allowed' => true,
		], $tour['steps'][0]);
		self::assertSame([
			'id' => 'folder', 'page' => ['app' => 'files', 'path' => '/apps/files', 'exact' => false], 'anchor' => 'files.new',
			'title' => 'Premier', 'text' => 'Texte', 'where' => 'Texte',
			'ends' => ['on' => 'fact', 'fact' => 'files.folder-created', 'signals' => ['files:node:created']],
			'device' => null, 'allowed' => true,
		], $tour['steps'][1]);
	}

	public function testShowsWhereThePersonStands(): void {
		$world = new World();
		$progress = $world->start('nadia', 'alpha')->toArray();

		self::assertSame($progress, $world->show()->show('nadia', 'alpha')['progress']);
		self::assertNull($world->show()->show('bruno', 'alpha')['progress']);
	}

	public function testTheToursOfAPersonAreThoseOfAppsTheyCanUse(): void {
		$world = new World();
		self::assertSame(['alpha'], $this->ids($world->tours()->of('nadia')));

		$world->apps->apps['notes'] = ['bruno'];
		self::assertSame(['alpha', 'beta'], $this->ids($world->tours()->of('nadia')));
		self::assertSame(['alpha'], $this->ids($world->tours()->of('bruno')));
	}

	public function testAnAnchorThatSeveralStepsPointAtComesOnce(): void {
		$world = new World();
		$world->content->tour('alpha', ['steps' => [
			ContentFixture::step('a', 'files.folder-created'), ContentFixture::step('b', 'files.file-uploaded'),
		]] + ContentFixture::alpha());

		self::assertSame(['files.new'], $world->tours()->get('nadia', 'alpha')->anchors());
	}

	/**
	 * @param list<Tour> $tours
	 * @return list<string>
	 */
	private function ids(array $tours): array {
		return array_map(static fn (Tour $tour): string => $tour->id, $tours);
	}
}
