<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Survey;

use OCA\Compagnon\Error\Invalid;
use OCA\Compagnon\Error\NotFound;
use OCA\Compagnon\Openl\CatalogueSurvey;
use OCA\Compagnon\Openl\Malformed;
use OCA\Compagnon\Openl\MetricCheck;
use OCA\Compagnon\Survey\Catalogue\CatalogueStore;
use OCA\Compagnon\Survey\Figures\FiguresReport;
use OCA\Compagnon\Survey\Figures\FiguresSlot;
use OCA\Compagnon\Survey\Figures\MeasureOnce;
use OCA\Compagnon\Survey\Figures\PrepareFigures;
use OCA\Compagnon\Survey\Figures\PreviewFigures;
use OCA\Compagnon\Survey\Panel\ShowHistory;
use OCA\Compagnon\Tests\Fake\OpenlFixture;
use OCA\Compagnon\Tests\Fake\SurveyWorld;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\TestCase;

/** Figures are shown before they leave, byte for byte; nothing that was measured before the yes ever does. */
#[CoversClass(FiguresReport::class)]
#[CoversClass(FiguresSlot::class)]
#[CoversClass(MeasureOnce::class)]
#[CoversClass(PrepareFigures::class)]
#[CoversClass(PreviewFigures::class)]
final class FiguresTest extends TestCase {
	private const DAY = 86_400;

	private SurveyWorld $world;

	#[\Override]
	protected function setUp(): void {
		$this->world = new SurveyWorld();
		$this->world->decide('see');
	}

	public function testWhatIsShownIsWhatIsSentByteForByte(): void {
		$preview = $this->world->get(PreviewFigures::class)->preview(['files']);
		self::assertNull($preview['leaves']);
		$this->world->decide('see', true, ['files']);
		$this->world->days(8);

		$kept = array_values($this->world->observatory->collector->kept);
		self::assertCount(1, $kept);
		self::assertSame(['token', 'report', 'withdraw'], $preview['chance']);
		self::assertSame($this->withoutChance((string)$preview['report']), $this->withoutChance($kept[0]['bytes']));
		self::assertSame(['members' => '5-10', 'apps' => ['calendar', 'deck'], 'files' => null], $kept[0]['report']->content);
		self::assertSame(array_keys((array)json_decode((string)$preview['report'], true)), array_keys((array)json_decode($kept[0]['bytes'], true)));

		$line = $this->line();
		self::assertSame(['sent', $kept[0]['bytes'], []], [$line['state'], $line['report'], $line['chance']]);
		self::assertIsArray($line['receipt']);
		self::assertStringContainsString($kept[0]['report']->reportId, $line['receipt']['receipt']);
	}

	public function testThePreviewSendsNothingAndIsThereBeforeAnyYes(): void {
		$asked = count($this->world->http->asked);
		$preview = $this->world->get(PreviewFigures::class)->preview([]);

		self::assertCount($asked, $this->world->http->asked);
		self::assertEquals((object)['members' => '5-10', 'apps' => ['calendar', 'deck'], 'files' => '100-999'], $preview['figures']);
		self::assertSame('2026-11-10', $preview['measured']);
		self::assertSame([], $this->world->database->query('SELECT id FROM *PREFIX*compagnon_survey_sent'));
	}

	public function testNothingThatWasMeasuredBeforeTheYesIsSent(): void {
		$this->world->get(PreviewFigures::class)->preview([]);
		$this->world->clock->advance(2 * self::DAY);
		$this->world->figures->figures = ['members' => '2-4', 'apps' => [], 'files' => 'under-100'];
		$this->world->decide('see', true);
		$this->world->days(8);

		self::assertSame(['members' => '2-4', 'apps' => [], 'files' => 'under-100'], $this->world->observatory->collector->reports()[0]->content);
		self::assertSame(2, $this->world->figures->measured);
	}

	public function testItIsMeasuredOnceInAQuarter(): void {
		$this->world->get(PreviewFigures::class)->preview([]);
		$this->world->get(PreviewFigures::class)->preview(['files']);
		$this->world->decide('see', true);
		$this->world->days(20);
		$this->world->get(PreviewFigures::class)->preview([]);

		self::assertSame(1, $this->world->figures->measured);
		self::assertCount(1, $this->world->observatory->collector->kept);
	}

	public function testItIsMeasuredAgainWhenSomebodyAsksForIt(): void {
		$this->world->decide('see', true);
		$this->world->get(PreviewFigures::class)->preview([]);
		$this->world->figures->figures = ['members' => '11-25', 'apps' => [], 'files' => 'under-100'];
		self::assertSame('5-10', ((array)$this->world->get(PreviewFigures::class)->preview([])['figures'])['members']);
		self::assertSame('11-25', ((array)$this->world->get(PreviewFigures::class)->preview([], again: true)['figures'])['members']);
		$this->world->days(8);

		self::assertSame('11-25', $this->world->observatory->collector->reports()[0]->content['members']);
		self::assertSame(2, $this->world->figures->measured);
	}

	public function testMembersReadThemBeforeTheyLeave(): void {
		$this->world->decide('see', true, ['apps']);
		$this->world->work();
		$line = $this->line();

		self::assertSame(['planned', FiguresReport::CHANCE], [$line['state'], $line['chance']]);
		self::assertSame(['members' => '5-10', 'apps' => null, 'files' => '100-999'], json_decode((string)$line['report'], true)['metrics']);
		$moment = (int)$this->world->get(FiguresSlot::class)->moment($this->survey());
		self::assertSame(gmdate('Y-m-d', $moment), $line['day']);

		$this->world->clock->now = $moment - 1;
		$this->world->work();
		self::assertSame([], $this->world->observatory->collector->kept);
		$this->world->clock->now = $moment;
		$this->world->work();
		self::assertSame($this->withoutChance((string)$line['report']), $this->withoutChance(array_values($this->world->observatory->collector->kept)[0]['bytes']));
	}

	public function testSpacesAreSpreadOverSevenDays(): void {
		$days = [];
		for ($space = 0; $space < 40; $space++) {
			$this->world->settings->setLongText('survey_space_key', '');
			$this->world->decide('see', true);
			$moment = (int)$this->world->get(FiguresSlot::class)->moment($this->survey());
			self::assertGreaterThanOrEqual(SurveyWorld::NOW, $moment);
			self::assertLessThan(SurveyWorld::NOW + 7 * self::DAY, $moment);
			$days[intdiv($moment - SurveyWorld::NOW, self::DAY)] = true;
		}
		// 40 draws leave one of seven days out about once in 70 times, two of them practically never.
		self::assertGreaterThanOrEqual(6, count($days));
	}

	public function testWhoAgreesOnTheLastDayIsStillInTime(): void {
		$this->world->clock->now = (int)gmmktime(22, 0, 0, 12, 15, 2026);
		$this->world->decide('see', true);

		self::assertLessThan((int)gmmktime(0, 0, 0, 12, 16, 2026), $this->world->get(FiguresSlot::class)->moment($this->survey()));
	}

	public function testUntickedLaterIsUntickedInWhatLeaves(): void {
		$this->world->decide('see', true);
		$this->world->work();
		$this->world->decide('see', true, ['members']);
		$this->world->days(8);

		self::assertNull($this->world->observatory->collector->reports()[0]->content['members']);
	}

	public function testWhatIsNotMeasuredIsNull(): void {
		$this->world->figures->figures = ['members' => '1', 'shoes' => 'red'];
		$this->world->decide('see', true);
		$this->world->work(atOnce: true);
		$report = $this->world->observatory->collector->reports()[0];

		self::assertSame(['members' => '1', 'apps' => null, 'files' => null], $report->content);
		(new MetricCheck())->check($report->content, $this->survey()->metrics);
	}

	public function testFiguresWhoseTokenIsOfAKeyThatWasTurnedAreSealedAgainOnce(): void {
		$this->world->decide('see', true);
		$this->world->observatory->issuerSeed = 'issuer 2';
		// The space does not know of the new key yet.
		$this->world->clock->now = (int)$this->world->get(FiguresSlot::class)->moment($this->survey());
		$this->world->work();
		self::assertSame('waiting', $this->line()['state']);
		self::assertSame([], $this->world->observatory->collector->kept);

		$this->world->observatory->publish();
		$this->world->days(3);
		self::assertSame('sent', $this->line()['state']);
		self::assertCount(1, $this->world->observatory->collector->kept);
	}

	public function testWithoutANewKeyTheyAreGivenUpAndSaid(): void {
		$this->world->decide('see', true);
		$this->world->observatory->issuerSeed = 'issuer 2';
		$this->world->clock->now = (int)$this->world->get(FiguresSlot::class)->moment($this->survey());
		$this->world->work();
		$this->world->days(2);

		self::assertSame('refused', $this->line()['state']);
		self::assertStringContainsString('did not know the permission', (string)$this->line()['message']);
	}

	public function testFiguresThatNobodyAsksForCannotBeShown(): void {
		try {
			(new SurveyWorld())->get(PreviewFigures::class)->preview([]);
			self::fail('It was shown.');
		} catch (NotFound $e) {
			self::assertStringContainsString('No figures', $e->sentence);
		}
		$this->expectException(Invalid::class);
		$this->world->get(PreviewFigures::class)->preview(['shoe_size']);
	}

	/** @return array<string, mixed> */
	private function line(): array {
		$lines = $this->world->get(ShowHistory::class)->show()['figures'];
		self::assertIsArray($lines);
		self::assertCount(1, $lines);
		return $lines[0];
	}

	private function survey(): CatalogueSurvey {
		return $this->world->get(CatalogueStore::class)->figures() ?? throw new Malformed('survey');
	}

	private function withoutChance(string $report): string {
		self::assertSame(OpenlFixture::PERIOD, json_decode($report, true)['period']);
		return (string)preg_replace('/"(token|report|withdraw)":"[^"]+"/', '"$1":""', $report);
	}
}
