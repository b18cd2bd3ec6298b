<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Observatory\Publisher;

use OCA\Compagnon\Observatory\Publisher\Count\Asked;
use OCA\Compagnon\Observatory\Publisher\Count\Choice;
use OCA\Compagnon\Observatory\Publisher\Count\Shape;
use OCA\Compagnon\Observatory\Publisher\Release\BuildRelease;
use OCA\Compagnon\Observatory\Publisher\Release\Chained;
use OCA\Compagnon\Observatory\Publisher\Release\Release;
use OCA\Compagnon\Observatory\Publisher\Release\ReleaseLine;
use OCA\Compagnon\Observatory\Publisher\Site\Addresses;
use OCA\Compagnon\Observatory\Publisher\Site\CsvFile;
use OCA\Compagnon\Observatory\Publisher\Site\DataPackage;
use OCA\Compagnon\Observatory\Publisher\Site\DataPage;
use OCA\Compagnon\Observatory\Publisher\Site\Frame;
use OCA\Compagnon\Observatory\Publisher\Site\HomePage;
use OCA\Compagnon\Observatory\Publisher\Site\Html;
use OCA\Compagnon\Observatory\Publisher\Site\Languages;
use OCA\Compagnon\Observatory\Publisher\Site\QuestionView;
use OCA\Compagnon\Observatory\Publisher\Site\ResultsPage;
use OCA\Compagnon\Observatory\Publisher\Site\Speech;
use OCA\Compagnon\Observatory\Publisher\Wave;
use OCA\Compagnon\Tests\Fake\FakeBallots;
use OCA\Compagnon\Tests\Fake\FakeTexts;
use OCA\Compagnon\Tests\Fake\FakeUrls;
use OCA\Compagnon\Tests\Fake\MadeUpSurvey;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\TestCase;

#[CoversClass(Html::class)]
#[CoversClass(Frame::class)]
#[CoversClass(ResultsPage::class)]
#[CoversClass(QuestionView::class)]
#[CoversClass(Languages::class)]
#[CoversClass(CsvFile::class)]
#[CoversClass(DataPackage::class)]
final class SiteTest extends TestCase {
	private const HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(2)>{day}\' style="x"';

	public function testWhateverIsInAReleaseStaysText(): void {
		$release = $this->hostile();
		$say = $this->speech();
		$line = new ReleaseLine($release->survey, '2026-Q4', 1, '2027-01-20', self::HOSTILE, $release->title);
		foreach ([
			(new ResultsPage(new Frame(), new QuestionView()))->render($say, $release, 'abc'),
			(new HomePage(new Frame()))->render($say, [MadeUpSurvey::wave(asked: [])], [$line]),
			(new DataPage(new Frame()))->render($say, [$line]),
		] as $page) {
			$document = new \DOMDocument();
			self::assertTrue(@$document->loadHTML('<?xml encoding="utf-8"?>' . $page));
			$xpath = new \DOMXPath($document);
			self::assertSame(0, $this->found($xpath, '//script | //img | //iframe | //form | //@style | //@*[starts-with(name(), "on")]'));
			self::assertGreaterThan(0, substr_count($page, '&lt;script&gt;'));
			// Nothing is loaded from anywhere.
			self::assertSame(0, $this->found($xpath, '//@src | //link[@rel="stylesheet"]'));
		}
	}

	public function testTheStyleOfThePageIsTheOneThatItsPolicyAllows(): void {
		$page = (new Frame())->page($this->speech(), '', 'x');
		preg_match('#<style>(.*)</style>#s', $page, $found);
		$hash = base64_encode(hash('sha256', $found[1] ?? '', true));

		self::assertStringContainsString("style-src 'sha256-$hash'", Frame::policy());
		self::assertStringContainsString("default-src 'none'", Frame::policy());
		self::assertStringNotContainsString('unsafe', Frame::policy());
	}

	public function testEveryTableHasItsNumbersBesideTheBars(): void {
		$page = (new ResultsPage(new Frame(), new QuestionView()))->render($this->speech(), $this->release(), 'abc');
		$document = new \DOMDocument();
		@$document->loadHTML('<?xml encoding="utf-8"?>' . $page);
		$xpath = new \DOMXPath($document);

		self::assertGreaterThan(5, $this->found($xpath, '//table'));
		self::assertSame(0, $this->found($xpath, '//table[not(thead/tr/th[@scope="col"])] | //tbody/tr[not(th[@scope="row"])]'));
		self::assertSame($this->found($xpath, '//svg'), $this->found($xpath, '//tr[th/svg and td/strong]'));
		self::assertGreaterThan(0, $this->found($xpath, '//tr[@class="hidden"]'));
		self::assertSame(1, $this->found($xpath, '//h1'));
		$ids = array_map(static fn (\DOMNode $id): string => (string)$id->nodeValue, iterator_to_array($xpath->query('//@id') ?: []));
		self::assertSame($ids, array_unique($ids));
		self::assertStringNotContainsStringIgnoringCase('nps', strip_tags($page));
		self::assertStringNotContainsStringIgnoringCase('promot', $page);
	}

	public function testFrenchUnlessSomebodyWantsEnglish(): void {
		foreach ([
			['', '', 'fr'], ['en', 'fr', 'en'], ['fr', 'en', 'fr'], ['de', 'en-GB,en;q=0.9', 'en'], ['', 'de-DE,de', 'fr'],
			['', 'en;q=0.3, fr;q=0.8', 'fr'], ['', 'fr-CH, fr;q=0.9, en;q=0.8', 'fr'], ['', 'de, en;q=0.5', 'en'], ['<script>', 'x;;q=', 'fr'],
		] as [$asked, $accept, $expected]) {
			self::assertSame($expected, Languages::choose($asked, $accept), "$asked $accept");
		}
	}

	public function testNumbersAndDaysAreWrittenAsPeopleDo(): void {
		$french = $this->speech();
		$english = new Speech(new FakeTexts('en'), 'en', new Addresses(new FakeUrls()), true);
		self::assertSame(["1er\u{a0}octobre 2026", "1\u{a0}October 2026"], [$french->day('2026-10-01'), $english->day('2026-10-01')]);
		self::assertSame(["1\u{202f}700", '1,700'], [$french->number(1700), $english->number(1700)]);
		self::assertSame(["21\u{a0}%", '21%'], [$french->percent(0.206), $english->percent(0.206)]);
		self::assertSame('https://space.example/apps/compagnon/observatory/method?lang=en', $english->address('method'));
		self::assertSame('https://space.example/apps/compagnon/observatory', $french->address(''));
	}

	public function testACellOfTheCsvIsNeverAFormula(): void {
		$csv = CsvFile::of($this->hostile('=cmd|" /C calc"!A1'));
		self::assertStringContainsString('"\'=cmd|"" /C calc""!A1"', $csv);
		self::assertDoesNotMatchRegularExpression('/(^|,)"?=/m', $csv);
	}

	public function testThePackageDescribesTheColumnsThatTheFileHas(): void {
		$release = $this->release();
		$line = new ReleaseLine('nos-outils', '2026-Q4', 1, '2027-01-20', str_repeat('a', 64), $release->title);
		/** @var array{resources: list<array{path: string, schema?: array{fields: list<array{name: string, type: string}>}}>} $package */
		$package = json_decode(DataPackage::json(new FakeTexts(), [$line]), true);
		$head = explode("\r\n", CsvFile::of($release))[0];

		self::assertSame($head, implode(',', array_column($package['resources'][0]['schema']['fields'] ?? [], 'name')));
		self::assertSame(['nos-outils_2026-Q4.csv', 'nos-outils_2026-Q4.json'], array_column($package['resources'], 'path'));
	}

	private function found(\DOMXPath $xpath, string $query): int {
		$nodes = $xpath->query($query);
		self::assertNotFalse($nodes);
		return $nodes->length;
	}

	private function speech(): Speech {
		return new Speech(new FakeTexts(), 'fr', new Addresses(new FakeUrls()), false);
	}

	private function release(): Release {
		$box = new FakeBallots(...MadeUpSurvey::answers());
		return (new BuildRelease($box, $box))->build(MadeUpSurvey::wave(), 1_800_000_000)->published(new Chained(1, null, '2027-01-20'));
	}

	private function hostile(string $text = self::HOSTILE): Release {
		$words = ['fr' => $text, 'en' => $text];
		$asked = [new Asked($text, Shape::One, $words, [new Choice('a', $words), new Choice($text, $words)])];
		$wave = new Wave('x', '2026-Q4', Wave::ANSWERS, $text, $text, $words, $words, $text, $text, 0, 1, 2, $asked);
		$box = new FakeBallots(['attested' => [...array_fill(0, 20, [$text => 'a']), ...array_fill(0, 20, [$text => $text])]]);
		return (new BuildRelease($box, $box))->build($wave, 1_800_000_000)->published(new Chained(1, null, '2027-01-20'));
	}
}
