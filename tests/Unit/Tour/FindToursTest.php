<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Tour;

use OCA\Compagnon\Tests\Fake\ContentFixture;
use OCA\Compagnon\Tests\Fake\World;
use OCA\Compagnon\Tour\FindTours;
use OCA\Compagnon\Tour\TourLine;
use OCA\Compagnon\Tour\TourLines;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\TestWith;
use PHPUnit\Framework\TestCase;

#[CoversClass(FindTours::class)]
#[CoversClass(TourLine::class)]
#[CoversClass(TourLines::class)]
final class FindToursTest extends TestCase {
	private World $world;

	#[\Override]
	protected function setUp(): void {
		$this->world = new World();
		$words = [
			'alpha.title' => 'Premier pas', 'alpha.only-french' => 'Ranger ses fichiers', 'step.text' => 'Des mots que personne ne cherche',
			'gamma.title' => 'Partager un dossier', 'gamma.summary' => 'Avec un lien ou avec un membre', 'gamma.step' => 'Le fichier de l’année',
			'delta.title' => 'L’agenda partagé', 'delta.summary' => 'Un calendrier pour toute l’équipe',
		];
		$this->world->content->write('texts/fr.json', $words);
		$this->world->content->write('texts/en.json', ['gamma.title' => 'Sharing a folder'] + $words);
		foreach (['gamma' => 2, 'delta' => 1] as $id => $order) {
			$this->world->content->tour($id, [
				'id' => $id, 'order' => $order, 'title' => "$id.title", 'summary' => "$id.summary",
				'steps' => [['title' => $id === 'gamma' ? 'gamma.step' : 'alpha.title'] + ContentFixture::step('one'), ContentFixture::step('two')],
			] + ContentFixture::alpha());
		}
	}

	/** @param list<string> $ids */
	#[TestWith(['agenda', ['delta']])]
	#[TestWith(['PARTAGE', ['delta', 'gamma']], 'in order, with or without accents')]
	#[TestWith(['partagé dossier', ['gamma']], 'each word has to be there')]
	#[TestWith(['équipe', ['delta']])]
	#[TestWith(['equipe calend', ['delta']])]
	#[TestWith(['fichiers', ['alpha', 'gamma']], 'the summary comes before steps')]
	#[TestWith(['lien', ['gamma']])]
	#[TestWith(['premier', ['alpha', 'delta', 'gamma']], 'the title comes before steps')]
	#[TestWith(['cherche', []], 'what steps say is not looked at')]
	#[TestWith(['dossier agenda', []])]
	#[TestWith(['', []])]
	#[TestWith([' … ', []])]
	#[TestWith(['%', []])]
	public function testWordsAreFound(string $asked, array $ids): void {
		self::assertSame($ids, $this->found($asked));
	}

	public function testWhatIsReadIsWhatIsFound(): void {
		$this->world->texts->language = 'en';

		self::assertSame(['gamma'], $this->found('folder'));
		self::assertSame([], $this->found('dossier'));
	}

	public function testATourThatIsNotForThisPersonIsNotFound(): void {
		self::assertNotContains('beta', $this->found('premier'));

		$this->world->apps->apps['notes'] = [];
		self::assertContains('beta', $this->found('premier'));
	}

	public function testHowFarThePersonIsStandsBelow(): void {
		self::assertEquals([new TourLine('gamma', 'Partager un dossier', 'Avec un lien ou avec un membre')], $this->world->find()->find('nadia', 'dossier'));

		$this->world->start('nadia', 'gamma');
		$this->world->move('nadia', 'gamma', 'two', 1);
		self::assertSame('Under way, step 2 of 2', $this->detail('nadia'));
		$this->world->leave('nadia', 'gamma', 2);
		self::assertSame('Under way, step 2 of 2', $this->detail('nadia'));

		$this->world->start('nadia', 'gamma');
		$this->world->finish('nadia', 'gamma', 4);
		self::assertSame('Done', $this->detail('nadia'));
		self::assertSame('Avec un lien ou avec un membre', $this->detail('bruno'));
		$this->world->refuse('bruno', 'gamma');
		self::assertSame('Avec un lien ou avec un membre', $this->detail('bruno'));
	}

	public function testAStepThatIsGoneSaysNothing(): void {
		$this->world->start('nadia', 'gamma');
		$this->world->content->tour('gamma', [
			'id' => 'gamma', 'title' => 'gamma.title', 'summary' => 'gamma.summary', 'steps' => [ContentFixture::step('another')],
		] + ContentFixture::alpha());

		self::assertSame('Avec un lien ou avec un membre', $this->detail('nadia'));
	}

	/** @return list<string> */
	private function found(string $asked): array {
		return array_map(static fn (TourLine $line): string => $line->id, $this->world->find()->find('nadia', $asked));
	}

	private function detail(string $userId): string {
		return $this->world->find()->find($userId, 'dossier')[0]->detail;
	}
}
