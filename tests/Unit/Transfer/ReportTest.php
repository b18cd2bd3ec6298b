<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Transfer;

use OCA\Compagnon\Transfer\BuildReport;
use OCA\Compagnon\Transfer\Engine\Totals as EngineTotals;
use OCA\Compagnon\Transfer\Item\ItemRepository;
use OCA\Compagnon\Transfer\Item\ItemState;
use OCA\Compagnon\Transfer\Report\CountTotals;
use OCA\Compagnon\Transfer\Report\Csv;
use OCA\Compagnon\Transfer\Report\Markdown;
use OCA\Compagnon\Transfer\Report\PersonWords;
use OCA\Compagnon\Transfer\Report\ReportCsv;
use OCA\Compagnon\Transfer\Report\ReportFile;
use OCA\Compagnon\Transfer\Report\ReportRepository;
use OCA\Compagnon\Transfer\Report\Sizes;
use OCA\Compagnon\Transfer\Report\StateWords;
use OCA\Compagnon\Transfer\Report\StoreReport;
use OCA\Compagnon\Transfer\Report\Totals;
use OCA\Compagnon\Transfer\Report\WriteReport;
use OCA\Compagnon\Transfer\Run\RunConflict;
use OCA\Compagnon\Transfer\Run\RunCursor;
use OCA\Compagnon\Transfer\Run\RunPhase;
use OCA\Compagnon\Transfer\Run\RunRepository;
use OCA\Compagnon\Transfer\Run\RunState;
use OCA\Compagnon\Transfer\ShowItems;
use OCA\Compagnon\Transfer\ShowRun;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\TestCase;

#[CoversClass(BuildReport::class)]
#[CoversClass(CountTotals::class)]
#[CoversClass(Csv::class)]
#[CoversClass(Markdown::class)]
#[CoversClass(PersonWords::class)]
#[CoversClass(ReportCsv::class)]
#[CoversClass(ReportRepository::class)]
#[CoversClass(ShowItems::class)]
#[CoversClass(Sizes::class)]
#[CoversClass(StateWords::class)]
#[CoversClass(StoreReport::class)]
#[CoversClass(Totals::class)]
#[CoversClass(WriteReport::class)]
final class ReportTest extends TestCase {
	private CourseWorld $world;
	private string $run;

	#[\Override]
	protected function setUp(): void {
		$this->world = new CourseWorld();
		$this->run = $this->world->draft('nadia', 'Arrivée');
		$this->world->item($this->run, 'fine.odt', ItemState::Verified, 2048, ['file_id' => 7]);
		$this->world->item($this->run, 'there.odt', ItemState::Identical, 1024);
		$this->world->item($this->run, 'a*b.odt', ItemState::Verified, 10, ['renamed' => 1, 'target_name' => 'a_b.odt', 'people' => '["anyone","bob@example.org"]']);
		$this->world->item($this->run, '=2+3', ItemState::Failed, 300, ['code' => 'locked']);
		$this->world->item($this->run, 'form', ItemState::Unsupported, 0, ['code' => 'form']);
		$this->world->item($this->run, 'away', ItemState::Vanished, 5, ['code' => 'vanished', 'link' => 'javascript:alert(1)']);
		$this->world->put($this->run, RunState::Partial, RunPhase::Report);
	}

	public function testTheReportAddsUpAndNamesWhoHadAccess(): void {
		$report = $this->world->get(BuildReport::class)->build('nadia', $this->run);

		self::assertTrue($report['holds']);
		self::assertSame([['who' => 'bob@example.org', 'items' => 6], ['who' => 'anyone', 'items' => 1]], $report['people']);
		self::assertSame([['vanished', 1, 5]], array_map(static fn (array $one): array => [$one['code'], $one['items'], $one['bytes']], $report['skipped']));
		self::assertSame(['items' => 3, 'bytes' => 3082], $report['run']['moved']);
		self::assertSame(['items' => 5, 'bytes' => 3387], $report['run']['coming']);
		self::assertSame([6, 3387, 1, true], [$report['run']['found']['items'], $report['run']['found']['bytes'], $report['run']['renamed'], $report['run']['canRetry']]);
		self::assertStringEndsWith("transfer/runs/$this->run/report.csv", $report['csv']);
		self::assertNull($report['file']);
	}

	public function testSomethingThatIsNotAtItsEndDoesNotAddUp(): void {
		$this->world->item($this->run, 'late', ItemState::Writing);

		self::assertFalse($this->world->get(BuildReport::class)->build('nadia', $this->run)['holds']);
	}

	public function testWhatTheScanHasFoundAndNobodyKnowsAnyMoreDoesNotAddUp(): void {
		$this->keep($this->world->get(EngineTotals::class)->of($this->run, RunCursor::of(['items' => 7, 'bytes' => 3387])));

		self::assertFalse($this->world->get(BuildReport::class)->build('nadia', $this->run)['holds']);
	}

	public function testThereIsNoReportBeforeTheEnd(): void {
		$this->world->put($this->run, RunState::Active);

		$this->expectException(RunConflict::class);
		$this->world->get(BuildReport::class)->build('nadia', $this->run);
	}

	public function testItemsComePageByPage(): void {
		for ($i = 0; $i < 60; $i++) {
			$this->world->item($this->run, sprintf('more %02d', $i), ItemState::Failed, 1, ['code' => 'no_such_code']);
		}
		$show = $this->world->get(ShowItems::class);

		self::assertSame([50, 1, 2, 61], [count($show->show('nadia', $this->run, 'failed', 1)['items']), ...array_values(array_slice($show->show('nadia', $this->run, 'failed', 1), 1))]);
		self::assertSame([11, 2], [count($show->show('nadia', $this->run, 'failed', 9)['items']), $show->show('nadia', $this->run, 'failed', 9)['page']]);
		self::assertSame([[], 1, 0], [$show->show('nadia', $this->run, 'skipped', 1)['items'], $show->show('nadia', $this->run, 'skipped', 1)['pages'], $show->show('nadia', $this->run, 'skipped', 1)['total']]);
		self::assertSame(66, $show->show('nadia', $this->run, 'all', 1)['total']);
	}

	public function testAnItemSaysWhatAndWhy(): void {
		$show = $this->world->get(ShowItems::class);
		$renamed = $show->show('nadia', $this->run, 'renamed', 1)['items'][0];

		self::assertSame(['a*b.odt', 'Mon Drive / a*b.odt', 'Arrivée/a_b.odt', 'https://google.example/a*b.odt', ''], [$renamed['name'], $renamed['path'], $renamed['target'], $renamed['link'], $renamed['sentence']]);
		self::assertStringStartsWith('A form lives', $show->show('nadia', $this->run, 'unsupported', 1)['items'][0]['sentence']);
		self::assertNull($show->show('nadia', $this->run, 'vanished', 1)['items'][0]['link']);
		self::assertSame('https://space.example/f/7', $show->show('nadia', $this->run, 'all', 1)['items'][0]['url']);
	}

	public function testTheTableOpensInSpreadsheetsAndCalculatesNothing(): void {
		$this->world->item($this->run, '@SUM(1;"2")', ItemState::Skipped, 1, ['source_path' => '@SUM(1;"2")', 'code' => 'left_out']);
		['name' => $name, 'text' => $english] = $this->world->get(ReportCsv::class)->build('nadia', $this->run);
		$this->world->texts->language = 'fr';
		['text' => $french] = $this->world->get(ReportCsv::class)->build('nadia', $this->run);

		self::assertMatchesRegularExpression('/^list-of-the-move-\d{4}-\d\d-\d\d\.csv$/D', $name);
		self::assertStringStartsWith("\u{feff}\"What became of it\",", $english);
		self::assertStringStartsWith("\u{feff}\"What became of it\";", $french);
		$rows = array_map(static fn (string $line): array => str_getcsv($line, ',', '"', ''), explode("\r\n", trim($english)));
		self::assertCount(8, $rows);
		self::assertSame(['arrived, checked', 'Mon Drive / fine.odt', 'Arrivée/fine.odt', '', '2048', '', '', 'bob@example.org', 'https://google.example/fine.odt', 'https://space.example/f/7'], $rows[1]);
		self::assertSame('Anybody with the link, bob@example.org', $rows[3][7]);
		self::assertSame('\'@SUM(1;"2")', $rows[7][1]);
	}

	public function testNoCellBeginsAFormula(): void {
		foreach (['=1', '+1', '-1', '@a', "\t=1", "\r=1"] as $cell) {
			$csv = new Csv('en');
			$csv->add(['fine', $cell]);
			self::assertSame("'" . $cell, str_getcsv(substr($csv->text(), 3, -2), ',', '"', '')[1]);
		}
	}

	public function testTheReportIsLeftInThePersonsFilesInTheirLanguage(): void {
		$this->french();
		$this->world->texts->languages = ['nadia' => 'fr'];

		$kept = $this->world->get(ReportFile::class)->write($this->world->run($this->run), RunState::Partial, null);

		$path = 'Arrivée/Rapport de déménagement ' . gmdate('Y-m-d', $this->world->clock->now()) . ' (Google Drive).md';
		self::assertSame([$path], $this->world->files->paths('nadia'));
		$text = (string)$this->world->files->bytes('nadia', $path);
		foreach (['# Déménagement depuis Google Drive', '| arrivé, vérifié | 2 | 2,0 ko |', '| trouvé en tout | 6 | 3,3 ko |', 'Le compte est bon', '- Mon Drive / a\*b.odt → Arrivée/a\_b.odt', '## N’est pas arrivé', '- Mon Drive / =2+3 <https://google.example/=2+3>', '- bob@example.org', '- Toute personne ayant le lien', 'Ses réponses viennent'] as $part) {
			self::assertStringContainsString($part, $text);
		}
		self::assertStringNotContainsString('javascript', $text);
		self::assertStringNotContainsString('anyone', $text);
		self::assertSame([$kept['file'] ?? null, $path], [$this->world->files->find('nadia', $path)?->id, $this->world->files->byId('nadia', $kept['file'] ?? 0)?->path]);
	}

	public function testASecondReportOfTheSameRunReplacesTheFirstUnlessSomebodyChangedIt(): void {
		$write = fn (): array => $this->world->get(ReportFile::class)->write($this->world->run($this->run), RunState::Partial, 'not_counted');
		$this->keep($first = $write());
		$this->world->item($this->run, 'new.odt', ItemState::Verified);
		$this->keep($second = $write());

		self::assertSame($first['file'], $second['file']);
		self::assertCount(1, $this->world->files->paths('nadia'));
		self::assertSame($second['file'], $this->world->get(BuildReport::class)->build('nadia', $this->run)['file']['id'] ?? null);

		$file = $this->world->files->byId('nadia', (int)$second['file']);
		self::assertNotNull($file);
		$this->world->files->replace('nadia', $file->id, $file->etag, \OCA\Compagnon\Transfer\Target\Content::ofBytes('mine'), null);
		$write();
		self::assertCount(2, $this->world->files->paths('nadia'));
		self::assertSame('mine', $this->world->files->bytes('nadia', $file->path));
	}

	public function testAReportThatCannotBeStoredIsNoFault(): void {
		$this->world->files->makeFolder('nadia', 'Arrivée');
		$this->world->files->readOnly[] = 'Arrivée';

		self::assertSame([], $this->world->get(ReportFile::class)->write($this->world->run($this->run), RunState::Done, null));
	}

	public function testOfAReportWhoseRowsWereErasedTheNumbersStay(): void {
		$before = $this->world->get(ShowRun::class)->show('nadia', $this->run);
		$this->keep($this->world->get(EngineTotals::class)->of($this->run, RunCursor::of(['items' => 6, 'bytes' => 3387])));
		$this->world->get(ItemRepository::class)->clear($this->run);
		$this->world->get(RunRepository::class)->markErased($this->run, $this->world->clock->now());

		$after = $this->world->get(ShowRun::class)->show('nadia', $this->run);

		foreach (['found', 'moved', 'counts', 'renamed', 'unsupported', 'failed'] as $number) {
			self::assertSame($before[$number], $after[$number], $number);
		}
		self::assertFalse($after['canRetry']);
		self::assertTrue($this->world->get(BuildReport::class)->build('nadia', $this->run)['holds']);
	}

	public function testNothingFromOutsideIsMoreThanTextInTheDocument(): void {
		$page = new Markdown();
		$page->heading(1, "Title\n# second");
		$page->point('[click](javascript:alert(1)) <b>x</b> ![i](http://a.example/b.png) | `c`');
		$page->point('a', 'javascript:alert(1)');
		$page->paragraph('1. one');

		self::assertSame("# Title \\# second\n\n- \\[click\\](javascript:alert(1)) \\<b\\>x\\</b\\> !\\[i\\](http\\://a.example/b.png) \\| \\`c\\`\n- a\n1\\. one\n", $page->text());
	}

	/** @param array<string, mixed> $totals */
	private function keep(array $totals): void {
		$this->world->get(RunRepository::class)->keepTotals($this->run, $totals);
	}

	private function french(): void {
		$file = json_decode((string)file_get_contents(__DIR__ . '/../../../l10n/fr.json'), true, flags: JSON_THROW_ON_ERROR);
		/** @var array{translations: array<string, string>} $file */
		$this->world->texts->translations = ['fr' => $file['translations']];
	}
}
