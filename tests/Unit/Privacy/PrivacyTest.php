<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Privacy;

use OCA\Compagnon\Privacy\Export;
use OCA\Compagnon\Privacy\Forget;
use OCA\Compagnon\Survey\Answer\Roll;
use OCA\Compagnon\Survey\Panel\SurveyChoices;
use OCA\Compagnon\Survey\Panel\SurveyOfPerson;
use OCA\Compagnon\Tests\Fake\PlainSecrets;
use OCA\Compagnon\Tests\Fake\World;
use OCA\Compagnon\Transfer\LetGo;
use OCA\Compagnon\Transfer\SystemRandom;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\TestCase;

#[CoversClass(Export::class)]
#[CoversClass(Forget::class)]
#[CoversClass(LetGo::class)]
#[CoversClass(SurveyOfPerson::class)]
final class PrivacyTest extends TestCase {
	private const NOTHING_ELSE = ['compagnon_adventure_move' => [], 'compagnon_adventure_game' => [], 'compagnon_transfer_account' => [], 'compagnon_transfer_map' => [], 'compagnon_transfer_item' => [], 'compagnon_transfer_run' => [], 'compagnon_survey_consent' => []];
	private const NO_SURVEYS = ['choices' => ['every' => 3, 'never' => false, 'counted' => true], 'answered' => []];

	private World $world;

	#[\Override]
	protected function setUp(): void {
		$this->world = new World();
		$this->world->start('nadia', 'alpha');
		$this->world->start('bruno', 'alpha');
		$this->world->personalSettings()->setQuiet('nadia', true);
		$this->world->personalSettings()->setQuiet('bruno', true);
		$this->world->spaceSettings()->change(false, 'Camille');
	}

	public function testThePersonReceivesTheirRowsAndNobodyElses(): void {
		$now = $this->world->clock->now;
		$this->world->preferences->setText('nadia', 'open', 'a/quest');
		$this->world->preferences->setText('bruno', 'open', 'b/quest');

		self::assertSame([
			'tables' => ['compagnon_tour_progress' => [
				['tour' => 'alpha', 'state' => 'running', 'step' => 'one', 'quiet_until' => null, 'updated_at' => $now],
			]] + self::NOTHING_ELSE,
			'settings' => ['quiet' => true],
			'notes' => ['open' => 'a/quest'],
			'surveys' => self::NO_SURVEYS,
		], $this->world->export()->person('nadia'));
		self::assertSame(
			['tables' => ['compagnon_tour_progress' => []] + self::NOTHING_ELSE, 'settings' => ['quiet' => false], 'notes' => [], 'surveys' => self::NO_SURVEYS],
			$this->world->export()->person('lou'),
		);
	}

	public function testForgettingAPersonLeavesTheOthers(): void {
		self::assertSame(1, $this->world->forget()->person('nadia'));

		self::assertNull($this->world->repository()->find('nadia', 'alpha'));
		self::assertFalse($this->world->personalSettings()->quiet('nadia'));
		self::assertNotNull($this->world->repository()->find('bruno', 'alpha'));
		self::assertTrue($this->world->personalSettings()->quiet('bruno'));
		self::assertSame('Camille', $this->world->spaceSettings()->contact());
		self::assertSame(0, $this->world->forget()->person('nadia'));
	}

	public function testWhatIsOfARunIsOfItsPerson(): void {
		$this->transfer('run-of-nadia', 'nadia', 'bruno');
		$this->transfer('run-of-bruno', 'bruno', 'nadia');

		$received = $this->world->export()->person('nadia')['tables'];
		self::assertSame(['in run-of-nadia'], array_column($received['compagnon_transfer_item'], 'name'));
		self::assertSame(['run-of-nadia'], array_column($received['compagnon_transfer_run'], 'id'));

		self::assertSame(3, $this->world->forget()->person('nadia'));
		self::assertSame([['run_id' => 'run-of-bruno']], $this->world->database->query('SELECT run_id FROM *PREFIX*compagnon_transfer_item'));
		self::assertSame([['id' => 'run-of-bruno', 'started_by' => '']], $this->world->database->query('SELECT id, started_by FROM *PREFIX*compagnon_transfer_run'));
	}

	public function testErasingAPersonLetsGoOfWhatIsKeptElsewhere(): void {
		$transfers = $this->world->transfers();
		$run = $transfers->draft('nadia');
		$asked = $transfers->proposal('nadia');
		$transfers->jobs->scheduled = [$run => null, 'other' => null];
		$other = $transfers->connect('bruno');

		// The rows of the tour, the connection, two runs.
		self::assertSame(4, $this->world->forget()->person('nadia'));
		self::assertSame(['other' => null], $transfers->jobs->scheduled);
		self::assertArrayNotHasKey($asked, $transfers->notifier->told['nadia']);
		self::assertStringContainsString('revoke', $transfers->http->asked[0]->url);
		self::assertSame([['id' => $other]], $this->world->database->query('SELECT id FROM *PREFIX*compagnon_transfer_account'));

		$this->world->forget()->everything();
		self::assertCount(2, $transfers->http->asked);
		self::assertSame([], $this->world->database->query('SELECT id FROM *PREFIX*compagnon_transfer_account'));
	}

	public function testOfSurveysThePersonReceivesWhatTheyChoseDecidedAndThatTheyAnswered(): void {
		$this->decision('nadia', 1);
		$this->decision('bruno', 2);
		$roll = new Roll($this->world->database, new PlainSecrets(), new SystemRandom());
		$roll->add('nadia', 'first', '2026-Q4');
		$roll->add('bruno', 'first', '2026-Q4');
		$roll->add('bruno', 'second', '2026-Q4');
		(new SurveyChoices($this->world->preferences, $this->world->clock))->choose('nadia', 12, true, false);

		$received = $this->world->export()->person('nadia');
		self::assertSame([['decided_at' => 1, 'surveys' => 'see', 'figures' => 0, 'left_out' => '', 'notice' => 'n', 'version' => '1.0.0']], $received['tables']['compagnon_survey_consent']);
		self::assertSame(['choices' => ['every' => 12, 'never' => true, 'counted' => false], 'answered' => ['first']], $received['surveys']);

		$this->world->forget()->person('nadia');
		self::assertFalse($roll->has('nadia', 'first', '2026-Q4'));
		self::assertTrue($roll->has('bruno', 'first', '2026-Q4'));
		self::assertSame(self::NO_SURVEYS, $this->world->export()->person('nadia')['surveys']);
		// The decision is the space's, and stays as its proof; who took it goes.
		self::assertSame([['decided_by' => ''], ['decided_by' => 'bruno']], $this->world->database->query('SELECT decided_by FROM *PREFIX*compagnon_survey_consent ORDER BY seq'));
	}

	private function decision(string $userId, int $at): void {
		$this->world->database->insertIgnore('compagnon_survey_consent', [
			'id' => "decision-$at", 'seq' => $at, 'decided_by' => $userId, 'decided_at' => $at, 'surveys' => 'see', 'figures' => 0, 'left_out' => '',
			'metrics' => '', 'notice' => 'n', 'version' => '1.0.0', 'observatory' => 'https://openl.example.org',
		]);
	}

	private function transfer(string $id, string $userId, string $startedBy): void {
		$this->world->database->insertIgnore('compagnon_transfer_run', [
			'id' => $id, 'user_id' => $userId, 'started_by' => $startedBy, 'source' => 'google', 'state' => 'done', 'phase' => 'report',
			'options' => '{}', 'lease_until' => 0, 'created_at' => 1, 'updated_at' => 1,
		]);
		$this->world->database->insertIgnore('compagnon_transfer_item', [
			'run_id' => $id, 'item_key' => sha1($id), 'seq' => 1, 'kind' => 'file', 'state' => 'verified', 'source_id' => 'x', 'name' => "in $id",
			'renamed' => 0, 'attempts' => 0, 'not_before' => 0, 'staged_bytes' => 0,
		]);
	}

	public function testForgettingEverythingLeavesNothing(): void {
		self::assertSame(2, $this->world->forget()->everything());

		self::assertSame([], $this->world->repository()->all('bruno'));
		self::assertFalse($this->world->personalSettings()->quiet('bruno'));
		self::assertSame(['offers' => true, 'contact' => ''], $this->world->spaceSettings()->toArray());
	}
}
