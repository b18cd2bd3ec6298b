<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Http;

use OCA\Compagnon\Observatory\Publisher\Release\CheckRelease;
use OCA\Compagnon\Observatory\Publisher\Release\Release;
use OCA\Compagnon\Openl\Catalogue;
use OCA\Compagnon\Openl\CatalogueSurvey;
use OCA\Compagnon\Openl\Period;
use OCA\Compagnon\Openl\PublishedResult;
use OCA\Compagnon\Openl\ReportKind;
use OCA\Compagnon\Tests\Http\Support\Answer;
use OCA\Compagnon\Tests\Http\Support\Browser;
use OCA\Compagnon\Tests\Http\Support\HttpTestCase;
use OCA\Compagnon\Tests\Http\Support\OpenApi;
use OCA\Compagnon\Tests\Http\Support\Space;
use OCA\Compagnon\Tests\Support\SpaceSide;
use PHPUnit\Framework\Attributes\CoversNothing;

/** From sealed reports to published pages: four spaces answer, the observatory counts and publishes, anybody reads. */
#[CoversNothing]
final class ObservatoryResultsTest extends HttpTestCase {
	private static string $folder;
	private static string $survey;
	private static string $period;

	#[\Override]
	public static function setUpBeforeClass(): void {
		self::$folder = sys_get_temp_dir() . '/compagnon-results-' . bin2hex(random_bytes(6));
		mkdir(self::$folder);
		self::$survey = 'results-' . bin2hex(random_bytes(6));
		self::$period = Period::at(time())->name;
		$file = self::$folder . '/survey.json';
		file_put_contents($file, str_replace('"test-survey"', '"' . self::$survey . '"', (string)file_get_contents(__DIR__ . '/../Support/observatory/survey.json')));
		self::command('enable', '--address=' . Space::get()->url);
		self::command('survey', 'add', $file);
		$public = self::lastLine(self::command('host', 'make-key', self::$folder . '/host.key'));
		self::command('host', 'add', basename(self::$folder), $public);
		foreach (range(0, 3) as $space) {
			self::answer($space);
		}
	}

	#[\Override]
	public static function tearDownAfterClass(): void {
		self::command('host', 'remove', basename(self::$folder));
		self::command('enable', '--off');
		array_map(unlink(...), (array)glob(self::$folder . '/*'));
		rmdir(self::$folder);
	}

	public function testFromReportsToPages(): void {
		self::assertRefused(404, 'not_found', $this->release());
		self::assertSame(404, $this->get('surveys/' . self::$survey . '/' . self::$period)->status);
		self::assertStringContainsString('attested: about 40 answers', self::command('freeze', self::$survey, self::$period, '--early'));
		self::assertRefused(404, 'not_found', $this->release());
		self::assertStringContainsString('/observatory/surveys/' . self::$survey . '/' . self::$period, self::command('publish', self::$survey, self::$period));

		$release = $this->release()->data();
		self::assertSame($release['sha256'], hash('sha256', (string)$release['release']));
		$results = array_values(array_filter(self::catalogue()->results, static fn (PublishedResult $result): bool => $result->survey === self::$survey));
		self::assertSame([$release['sha256']], array_map(static fn (PublishedResult $result): string => $result->sha256, $results));
		$read = Release::read((string)$release['release']);
		self::assertSame([], CheckRelease::faults($read));
		self::assertSame([40, 40, 1.0], [$read->strata[0]->answers, $read->strata[0]->tokens, $read->strata[0]->rate]);
		self::assertNull($read->strata[1]->answers);
		self::assertStringContainsString('Faults: 0.', self::command('verify'));
		self::assertInvalid('period', self::send(['survey' => self::$survey, 'period' => '2026']));
		$this->pagesAreThere((string)$release['release']);
		$this->nothingIsThereWhereTheModeIsOff();
	}

	private function pagesAreThere(string $release): void {
		foreach (['' => self::$survey, 'method' => 'h1', 'data' => 'CSV', 'surveys/' . self::$survey . '/' . self::$period => '<svg'] as $path => $part) {
			$page = $this->get($path);
			self::assertSame(200, $page->status, $path);
			self::assertStringContainsString($part, $page->body, $path);
			self::assertStringStartsWith('<!DOCTYPE html><html lang="fr">', $page->body);
			self::assertStringContainsString("default-src 'none'", $page->header('content-security-policy'));
			self::assertDoesNotMatchRegularExpression('/<script|script-src/', $page->header('content-security-policy') . $page->body);
			self::assertStringContainsString('lang="en"', $this->get("$path?lang=en")->body);
			self::assertStringContainsString('<html lang="en">', $this->get($path, 'en')->body);
		}
		$name = self::$survey . '_' . self::$period;
		self::assertSame($release, $this->get("data/$name.json")->body);
		self::assertStringStartsWith('survey,period,', $this->get("data/$name.csv")->body);
		self::assertStringStartsWith('text/csv', $this->get("data/$name.csv")->header('content-type'));
		self::assertStringContainsString("$name.csv", $this->get('data/datapackage.json')->body);
		foreach (['surveys/' . self::$survey . '/2001-Q1', "data/$name.exe", 'data/..%2F..%2Fconfig.php', 'surveys/%3Cscript%3E/2026-Q4'] as $nowhere) {
			self::assertSame(404, $this->get($nowhere)->status, $nowhere);
			self::assertStringNotContainsString('<script', $this->get($nowhere)->body);
		}
	}

	private function nothingIsThereWhereTheModeIsOff(): void {
		self::command('enable', '--off');
		try {
			self::assertRefused(404, 'not_found', $this->release());
			foreach (['', 'method', 'data', 'surveys/' . self::$survey . '/' . self::$period, 'data/datapackage.json'] as $path) {
				self::assertSame(404, $this->get($path)->status, $path);
			}
		} finally {
			self::command('enable');
		}
	}

	private static function answer(int $place): void {
		$space = new SpaceSide(Space::get()->url, static fn (): int => time());
		$attestation = self::lastLine(self::command('host', 'attest', self::$folder . '/host.key', $space->key(), '--until=' . gmdate('Y-m-d', time() + 86_400), '--to=' . Space::get()->url));
		self::operation('observatoryregistry-enrol', $space->message('enrol', ['attestation' => json_decode($attestation, true, flags: JSON_THROW_ON_ERROR)]));
		$survey = self::catalogue()->survey(self::$survey, new Period(self::$period));
		self::assertInstanceOf(CatalogueSurvey::class, $survey);
		$blinded = $space->blind(10);
		$answer = self::operation('observatoryregistry-tokens', $space->tokenRequest($survey, ReportKind::MemberAnswers, $blinded));
		foreach ($space->finish($survey, ReportKind::MemberAnswers, $blinded, $answer->data()) as $number => $token) {
			$content = ['often' => ($place + $number) % 2 === 0 ? 'daily' : 'weekly', 'mood' => $number % 5 + 1];
			$sealed = SpaceSide::seal(self::catalogue(), SpaceSide::report($survey, ReportKind::MemberAnswers, $token, $content));
			self::assertSame(201, self::operation('observatorycollector-take', ['sealed' => $sealed])->status);
		}
	}

	private static function catalogue(): Catalogue {
		$text = self::operation('observatorycatalogue-show')->data()['catalogue'];
		return Catalogue::read(is_string($text) ? $text : '');
	}

	private function release(): Answer {
		return self::send(['survey' => self::$survey, 'period' => self::$period]);
	}

	/** @param array<string, string> $parameters */
	private static function send(array $parameters): Answer {
		return self::operation('observatoryrelease-show', null, $parameters);
	}

	/**
	 * @param array<array-key, mixed>|null $body
	 * @param array<string, string> $parameters
	 */
	private static function operation(string $operation, ?array $body = null, array $parameters = []): Answer {
		$answer = self::raw(new Browser(Space::get()->url), $operation, [], $body, $parameters);
		OpenApi::check($operation, $answer);
		return $answer;
	}

	private function get(string $path, string $language = 'fr'): Answer {
		return (new Browser(Space::get()->url))->send('GET', '/index.php/apps/compagnon/observatory' . ($path === '' || $path[0] === '?' ? $path : "/$path"), ['Accept-Language' => $language]);
	}

	private static function command(string $name, string ...$arguments): string {
		return Space::get()->command("observatory:$name", ...$arguments);
	}

	private static function lastLine(string $output): string {
		$lines = explode("\n", trim($output));
		return end($lines);
	}
}
