<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Openl;

use OCA\Compagnon\Content\OpisSchemaValidator;
use OCA\Compagnon\Error\Invalid;
use OCA\Compagnon\Openl\AnswerCheck;
use OCA\Compagnon\Openl\AnswerOrder;
use OCA\Compagnon\Openl\Metric;
use OCA\Compagnon\Openl\MetricCheck;
use OCA\Compagnon\Openl\TextCheck;
use OCA\Compagnon\Tests\Fake\OpenlFixture;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\TestWith;
use PHPUnit\Framework\TestCase;

/** What may be in a report, by what was asked; the schema, which knows no questionnaire, may be wider but not narrower. */
#[CoversClass(AnswerCheck::class)]
#[CoversClass(AnswerOrder::class)]
#[CoversClass(MetricCheck::class)]
#[CoversClass(Metric::class)]
#[CoversClass(TextCheck::class)]
final class AnswersTest extends TestCase {
	private const SCHEMA = __DIR__ . '/../../../resources/schema/report.json';
	private static ?OpisSchemaValidator $validator = null;

	/** @return iterable<string, array{array<string, mixed>}> */
	public static function goodAnswers(): iterable {
		$good = OpenlFixture::answers();
		yield 'as they are' => [$good];
		yield 'all refused' => [array_fill_keys(array_keys($good), null)];
		yield 'what depends was not asked' => [array_diff_key($good, ['since' => 1])];
		yield 'none of several' => [['tools' => []] + $good];
		yield 'ten of ten' => [['recommend' => 10] + $good];
		yield 'a block passed over' => [['fsus' => array_fill(0, 10, null)] + $good];
	}

	/** @param array<string, mixed> $answers */
	#[DataProvider('goodAnswers')]
	public function testAnswersFit(array $answers): void {
		(new AnswerCheck())->check(OpenlFixture::read(), $answers);

		self::assertSame([], self::faults('member-answers', 'answers', $answers));
	}

	/** @return iterable<string, array{array<array-key, mixed>, string}> */
	public static function badAnswers(): iterable {
		$good = OpenlFixture::answers();
		yield 'nothing' => [[], 'answers.role'];
		yield 'one left out' => [array_diff_key($good, ['fsus' => 1]), 'answers.fsus'];
		yield 'unknown question' => [['name' => 'Camille'] + $good, 'answers.name'];
		yield 'a name that is no name' => [['Camille, board' => 'a'] + $good, 'answers.?'];
		yield 'a number for a name' => [[5 => 'a'] + $good, 'answers.5'];
		yield 'own words among the answers' => [['why' => 'Because'] + $good, 'answers.why'];
		yield 'own words refused among the answers' => [['why' => null] + $good, 'answers.why'];
		yield 'another option' => [['role' => 'king'] + $good, 'answers.role'];
		yield 'an option of another question' => [['role' => 'files'] + $good, 'answers.role'];
		yield 'a list for one' => [['role' => ['board']] + $good, 'answers.role'];
		yield 'true for an option' => [['role' => true] + $good, 'answers.role'];
		yield 'zero for an option' => [['role' => 0] + $good, 'answers.role'];
		yield 'SQL for an option' => [['role' => "board'; DROP TABLE reports; --"] + $good, 'answers.role'];
		yield 'one for several' => [['tools' => 'files'] + $good, 'answers.tools'];
		yield 'more than may be chosen' => [['tools' => ['files', 'calendar', 'talk']] + $good, 'answers.tools'];
		yield 'one twice' => [['tools' => ['files', 'files']] + $good, 'answers.tools'];
		yield 'in the order of clicks' => [['tools' => ['talk', 'files']] + $good, 'answers.tools'];
		yield 'an object for several' => [['tools' => ['a' => 'files']] + $good, 'answers.tools'];
		yield 'a list within' => [['tools' => [['files']]] + $good, 'answers.tools'];
		yield 'a band that is none' => [['size' => '7'] + $good, 'answers.size'];
		yield 'a number for a band' => [['size' => 7] + $good, 'answers.size'];
		yield from self::badNumbers();
	}

	/** @return iterable<string, array{array<array-key, mixed>, string}> */
	private static function badNumbers(): iterable {
		$good = OpenlFixture::answers();
		yield 'below a scale' => [['ease' => 0] + $good, 'answers.ease'];
		yield 'above a scale' => [['ease' => 6] + $good, 'answers.ease'];
		yield 'between' => [['ease' => 2.5] + $good, 'answers.ease'];
		yield 'a number as text' => [['ease' => '4'] + $good, 'answers.ease'];
		yield 'below zero' => [['recommend' => -1] + $good, 'answers.recommend'];
		yield 'eleven' => [['recommend' => 11] + $good, 'answers.recommend'];
		yield 'a number that counts for all' => [['recommend' => PHP_INT_MAX] + $good, 'answers.recommend'];
		yield 'nine items' => [['fsus' => array_fill(0, 9, 3)] + $good, 'answers.fsus'];
		yield 'eleven items' => [['fsus' => array_fill(0, 11, 3)] + $good, 'answers.fsus'];
		yield 'an item of six' => [['fsus' => [6, 2, 3, 4, 5, 1, 1, 2, 3, 4]] + $good, 'answers.fsus'];
		yield 'items by name' => [['fsus' => array_combine(range('a', 'j'), array_fill(0, 10, 3))] + $good, 'answers.fsus'];
	}

	/** @param array<array-key, mixed> $answers */
	#[DataProvider('badAnswers')]
	public function testAnswersThatDoNotFitAreRefused(array $answers, string $field): void {
		try {
			(new AnswerCheck())->check(OpenlFixture::read(), $answers);
			self::fail('they were taken');
		} catch (Invalid $e) {
			self::assertSame($field, $e->field);
		}
	}

	public function testAnswersAreBroughtIntoOrder(): void {
		$questionnaire = OpenlFixture::read();
		$clicked = array_reverse(['tools' => ['talk', 'files']] + OpenlFixture::answers());

		$ordered = (new AnswerOrder())->of($questionnaire, $clicked);

		self::assertSame(OpenlFixture::answers(), $ordered);
		foreach (self::badAnswers() as $name => [$answers]) {
			if ($name === 'in the order of clicks') {
				continue;
			}
			try {
				(new AnswerCheck())->check($questionnaire, (new AnswerOrder())->of($questionnaire, $answers));
				self::fail("$name was mended");
			} catch (Invalid) {
				self::assertIsArray($answers);
			}
		}
	}

	public function testFiguresFit(): void {
		$check = new MetricCheck();
		$check->check(OpenlFixture::metrics(), self::asked());
		$check->check(['members' => null, 'apps' => null, 'files' => null], self::asked());
		$check->check(['apps' => []] + OpenlFixture::metrics(), self::asked());

		self::assertSame([], self::faults('space-figures', 'metrics', OpenlFixture::metrics()));
	}

	/** @return iterable<string, array{array<array-key, mixed>, string}> */
	public static function badFigures(): iterable {
		$good = OpenlFixture::metrics();
		yield 'nothing' => [[], 'metrics.members'];
		yield 'one left out without saying so' => [array_diff_key($good, ['files' => 1]), 'metrics.files'];
		yield 'one that was not asked for' => [['groups' => '0'] + $good, 'metrics.groups'];
		yield 'unknown' => [['domain' => 'example.org'] + $good, 'metrics.domain'];
		yield 'a number' => [['members' => 7] + $good, 'metrics.members'];
		yield 'a number as text' => [['members' => '7'] + $good, 'metrics.members'];
		yield 'one as a number, which is also a band' => [['members' => 1] + $good, 'metrics.members'];
		yield 'a forged number' => [['members' => '1000000'] + $good, 'metrics.members'];
		yield 'a list for a band' => [['members' => ['5-10']] + $good, 'metrics.members'];
		yield 'an app that is nobody’s business' => [['apps' => ['calendar', 'own_app']] + $good, 'metrics.apps'];
		yield 'apps in an order that could mark a space' => [['apps' => ['deck', 'calendar']] + $good, 'metrics.apps'];
		yield 'one app twice' => [['apps' => ['deck', 'deck']] + $good, 'metrics.apps'];
		yield 'a text for apps' => [['apps' => 'deck'] + $good, 'metrics.apps'];
		yield 'an object for apps' => [['apps' => ['a' => 'deck']] + $good, 'metrics.apps'];
	}

	/** @param array<array-key, mixed> $metrics */
	#[DataProvider('badFigures')]
	public function testFiguresThatDoNotFitAreRefused(array $metrics, string $field): void {
		try {
			(new MetricCheck())->check($metrics, self::asked());
			self::fail('they were taken');
		} catch (Invalid $e) {
			self::assertSame($field, $e->field);
		}
	}

	#[TestWith([Metric::Members, 0, '1'])]
	#[TestWith([Metric::Members, 1, '1'])]
	#[TestWith([Metric::Members, 2, '2-4'])]
	#[TestWith([Metric::Members, 10, '5-10'])]
	#[TestWith([Metric::Members, 11, '11-25'])]
	#[TestWith([Metric::Members, 20_000, '51+'])]
	#[TestWith([Metric::ActiveShare30d, 20, '0-20'])]
	#[TestWith([Metric::ActiveShare30d, 100, '81-100'])]
	#[TestWith([Metric::SpaceAge, 5, 'under-6-months'])]
	#[TestWith([Metric::SpaceAge, 24, '2-years+'])]
	#[TestWith([Metric::NcMajor, 30, '31-'])]
	#[TestWith([Metric::NcMajor, 32, '32'])]
	#[TestWith([Metric::NcMajor, 99, '39+'])]
	#[TestWith([Metric::Storage, 1_073_741_823, 'under-1-gb'])]
	#[TestWith([Metric::Storage, 5_368_709_120, '5-20-gb'])]
	#[TestWith([Metric::Files, 99, 'under-100'])]
	#[TestWith([Metric::Files, 100, '100-999'])]
	#[TestWith([Metric::Groups, 0, '0'])]
	#[TestWith([Metric::SharesInternal, 0, 'none'])]
	#[TestWith([Metric::LinksPublic, 21, 'many'])]
	#[TestWith([Metric::ExternalAccounts, true, 'yes'])]
	#[TestWith([Metric::MobileOrDesktopClient, false, 'no'])]
	public function testANumberBecomesABand(Metric $metric, int|bool $measured, string $band): void {
		self::assertSame($band, $metric->bandOf($measured));
		self::assertContains($band, $metric->bands());
	}

	public function testAppsThatAreNotAskedAboutAreLeftOut(): void {
		self::assertSame(['calendar', 'deck'], Metric::Apps->chosen(['own_app', 'deck', 'calendar', 'deck']));
	}

	public function testAnotherSetOfFiguresHasAnotherHash(): void {
		self::assertSame(hash('sha256', "groups=0,1-2,3-5,6+\nexternal_accounts=no,yes"), Metric::setHash([Metric::Groups, Metric::ExternalAccounts]));
	}

	public function testTheSchemaHasTheSameBands(): void {
		foreach (Metric::cases() as $metric) {
			foreach ($metric->bands() as $band) {
				self::assertSame([], self::faults('space-figures', 'metrics', [$metric->value => $metric->isSet() ? [$band] : $band]));
			}
			foreach (['7', '', 7, true, ['7'], [[]]] as $other) {
				self::assertNotSame([], self::faults('space-figures', 'metrics', [$metric->value => $other]), $metric->value);
			}
		}
	}

	public function testOwnWordsFit(): void {
		$check = new TextCheck();
		foreach ([['question' => 'why', 'words' => str_repeat('é', 100)], ['question' => 'tools', 'words' => "Deux\nlignes <b>"]] as $text) {
			$check->check(OpenlFixture::read(), $text);
			self::assertSame([], self::faults('member-text', 'text', $text));
		}
	}

	/** @param array<array-key, mixed> $text */
	#[TestWith([[], 'text.question'])]
	#[TestWith([['question' => 'why'], 'text.words'])]
	#[TestWith([['question' => 'role', 'words' => 'a'], 'text.question'])]
	#[TestWith([['question' => 'nowhere', 'words' => 'a'], 'text.question'])]
	#[TestWith([['question' => ['why'], 'words' => 'a'], 'text.question'])]
	#[TestWith([['question' => 'why', 'words' => ''], 'text.words'])]
	#[TestWith([['question' => 'why', 'words' => " \n"], 'text.words'])]
	#[TestWith([['question' => 'why', 'words' => ['a']], 'text.words'])]
	#[TestWith([['question' => 'why', 'words' => "a\x1b[31m"], 'text.words'])]
	#[TestWith([['question' => 'why', 'words' => "a\u{202e}b"], 'text.words'])]
	#[TestWith([['question' => 'why', 'words' => "a\xff"], 'text.words'])]
	#[TestWith([['question' => 'why', 'words' => 'a', 'role' => 'board'], 'text.role'])]
	public function testOwnWordsThatDoNotFitAreRefused(array $text, string $field): void {
		try {
			(new TextCheck())->check(OpenlFixture::read(), $text);
			self::fail('they were taken');
		} catch (Invalid $e) {
			self::assertSame($field, $e->field);
		}
	}

	public function testOwnWordsHaveAnEnd(): void {
		$this->expectExceptionObject(Invalid::tooLong('text.words', 100));
		(new TextCheck())->check(OpenlFixture::read(), ['question' => 'why', 'words' => str_repeat('a', 101)]);
	}

	/** @return list<Metric> */
	private static function asked(): array {
		return [Metric::Members, Metric::Apps, Metric::Files];
	}

	/**
	 * @param array<array-key, mixed> $content
	 * @return list<array{field: string, keyword: string, reason: string}>
	 */
	private static function faults(string $kind, string $name, array $content): array {
		$validator = self::$validator ??= new OpisSchemaValidator();
		$report = ['format' => 'openl-report/1', 'kind' => $kind, 'survey' => 'first-survey', 'questionnaire' => ['version' => '1.0.0', 'sha256' => str_repeat('0', 64)], 'period' => '2026-Q4', 'token' => str_repeat('A', 139), 'report' => 'efef8a1d-0036-476c-8da7-8c9e3c4f3f2d', 'withdraw' => str_repeat('0', 64), $name => (object)$content];
		return $validator->faults(json_decode(OpenlFixture::json($report)), self::SCHEMA);
	}
}
