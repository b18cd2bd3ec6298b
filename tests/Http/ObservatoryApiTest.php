<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Http;

use OCA\Compagnon\Openl\Catalogue;
use OCA\Compagnon\Openl\CatalogueSignature;
use OCA\Compagnon\Openl\CatalogueSurvey;
use OCA\Compagnon\Openl\Period;
use OCA\Compagnon\Openl\Receipt;
use OCA\Compagnon\Openl\ReceiptKind;
use OCA\Compagnon\Openl\ReportKind;
use OCA\Compagnon\Openl\Token;
use OCA\Compagnon\Openl\Voprf\Blinded;
use OCA\Compagnon\Openl\WithdrawalCode;
use OCA\Compagnon\Tests\Http\Support\Answer;
use OCA\Compagnon\Tests\Http\Support\Browser;
use OCA\Compagnon\Tests\Http\Support\HttpTestCase;
use OCA\Compagnon\Tests\Http\Support\OpenApi;
use OCA\Compagnon\Tests\Http\Support\Space;
use OCA\Compagnon\Tests\Support\SpaceSide;
use OCA\Compagnon\Transfer\SystemRandom;
use PHPUnit\Framework\Attributes\CoversNothing;

/** An observatory from outside, as a space talks to it: nobody is logged in. */
#[CoversNothing]
final class ObservatoryApiTest extends HttpTestCase {
	public const OF_TABLES = [
		'observatorycatalogue-show', 'observatorycatalogue-number', 'observatoryregistry-enrol', 'observatoryregistry-tokens',
		'observatorycollector-take', 'observatorycollector-withdraw',
	];

	/** Operations that hold off a flood, from wherever it comes. */
	public const OF_FLOODS = ['observatoryregistry-enrol', 'observatorycollector-take', 'observatorycollector-withdraw'];

	private static string $folder;
	private static string $survey;
	private static SpaceSide $space;
	/** @var list<Token> */
	private static array $tokens;

	#[\Override]
	public static function setUpBeforeClass(): void {
		self::$folder = sys_get_temp_dir() . '/compagnon-observatory-' . bin2hex(random_bytes(6));
		mkdir(self::$folder);
		Space::get()->command('observatory:enable', '--address=' . Space::get()->url);
		self::$survey = self::addSurvey();
		$name = 'host ' . basename(self::$folder);
		$public = self::lastLine(Space::get()->command('observatory:host', 'make-key', self::$folder . '/host.key'));
		Space::get()->command('observatory:host', 'add', $name, $public);
		self::$space = self::newSpace();
		self::assertSame(['stratum' => 'attested'], self::send('observatoryregistry-enrol', self::$space->message('enrol', ['attestation' => self::attestation(self::$space)]))->data());
		$blinded = self::$space->blind(10);
		self::$tokens = self::$space->finish(self::survey(), ReportKind::MemberAnswers, $blinded, self::ask($blinded)->data());
	}

	#[\Override]
	public static function tearDownAfterClass(): void {
		Space::get()->command('observatory:enable', '--off');
		Space::get()->command('observatory:host', 'remove', 'host ' . basename(self::$folder));
		array_map(unlink(...), (array)glob(self::$folder . '/*'));
		rmdir(self::$folder);
	}

	public function testTheCatalogueIsSignedAndNumbered(): void {
		$catalogue = self::catalogue();
		$stored = self::send('observatorycatalogue-number', parameters: ['number' => (string)$catalogue->number])->data();

		self::assertSame($catalogue->text, $stored['catalogue']);
		self::assertTrue(CatalogueSignature::read($stored['signature'], $stored['key'])->verify($catalogue->text));
		self::assertRefused(404, 'not_found', self::send('observatorycatalogue-number', parameters: ['number' => '999999']));
		self::assertInvalid('number', self::send('observatorycatalogue-number', parameters: ['number' => '0']));
		self::assertStringContainsString('Faults: 0.', Space::get()->command('observatory:verify'));
	}

	public function testAReportIsTakenOnceAndCanBeWithdrawn(): void {
		$code = WithdrawalCode::make(new SystemRandom());
		$sealed = $this->seal(['often' => 'daily', 'mood' => 4], $token = $this->token(), $code);
		$first = self::take($sealed);
		$again = self::take($sealed);

		self::assertSame([201, 200], [$first->status, $again->status], $first->body);
		self::assertSame($first->data(), $again->data());
		self::assertSame($code->reportId(), Receipt::read($first->data(), self::catalogue()->keys->receipts)->reportId);
		self::assertRefused(409, 'conflict', self::take($this->seal(['often' => 'never', 'mood' => 4], $token)));
		self::assertRefused(404, 'not_found', self::withdraw($code->reportId(), str_repeat('0', 40)));
		$receipt = Receipt::read(self::withdraw($code->reportId(), $code->secret())->data(), self::catalogue()->keys->receipts);
		self::assertSame(ReceiptKind::Withdrawn, $receipt->kind);
		self::assertSame('withdrawn', Receipt::read(self::take($sealed)->data(), self::catalogue()->keys->receipts)->kind->value);
		$rows = Space::get()->sql("SELECT content FROM *PREFIX*compagnon_collector_report WHERE report_id = '" . $code->reportId() . "'");
		self::assertSame([['content' => null]], $rows);
	}

	public function testSeveralAtOnceWithOneTokenLeaveOneReport(): void {
		$token = $this->token();
		$same = $this->seal(['often' => 'daily', 'mood' => null], $token);
		[$method, $address, $headers, $body] = self::request('observatorycollector-take', [], ['sealed' => $same]);
		$statuses = array_map(static fn (Answer $answer): int => $answer->status, (new Browser(Space::get()->url))->sendAtOnce(6, $method, $address, $headers, $body));

		sort($statuses);
		self::assertSame([200, 200, 200, 200, 200, 201], $statuses);
		self::assertCount(1, Space::get()->sql("SELECT report_id FROM *PREFIX*compagnon_collector_report WHERE nullifier = '" . $token->nullifier() . "'"));
	}

	public function testWhatIsForgedAlteredTooBigOrNotAskedForIsRefused(): void {
		$good = $this->seal(['often' => 'daily', 'mood' => null], $this->token());
		$forged = new Token($this->token()->keyId, random_bytes(32), random_bytes(64));
		self::assertRefused(401, 'unproven', self::take($this->seal(['often' => 'daily', 'mood' => null], $forged)));
		self::assertRefused(422, 'unfit', self::take(substr($good, 0, -8) . 'AAAAAAA='));
		self::assertRefused(422, 'unfit', self::take($this->seal(['often' => 'hourly', 'mood' => null], $this->token())));
		self::assertRefused(422, 'unfit', self::take(SpaceSide::seal(self::catalogue(), '{"format":"openl-report/2"}')));
		self::assertRefused(413, 'too_big', self::take(str_repeat('A', 1_000_000)));
		self::assertInvalid('sealed', self::send('observatorycollector-take', ['sealed' => ['a']]));
		self::assertInvalid('space', self::send('observatorycollector-take', ['sealed' => $good, 'space' => 'x']));
		self::assertSame(201, self::take($good)->status);
	}

	public function testWhatIsOverIsOver(): void {
		$id = self::addSurvey();
		$survey = self::survey($id);
		$blinded = self::$space->blind(10);
		$token = self::$space->finish($survey, ReportKind::MemberAnswers, $blinded, self::ask($blinded, $survey)->data())[0];
		$code = WithdrawalCode::make(new SystemRandom());
		$report = SpaceSide::seal(self::catalogue(), SpaceSide::report($survey, ReportKind::MemberAnswers, $token, ['often' => 'never', 'mood' => 1], $code));
		self::assertSame(201, self::take($report)->status);
		Space::get()->command('observatory:survey', 'close', $id);

		self::assertRefused(410, 'gone', self::ask(self::$space->blind(10), $survey));
		self::assertRefused(410, 'gone', self::take(SpaceSide::seal(self::catalogue(), SpaceSide::report($survey, ReportKind::MemberAnswers, $token, ['often' => 'daily', 'mood' => 1]))));
		self::assertSame(200, self::take($report)->status);
		Space::get()->sql("UPDATE *PREFIX*compagnon_publisher_survey SET state = 'frozen' WHERE survey = '$id'");
		self::assertRefused(410, 'gone', self::withdraw($code->reportId(), $code->secret()));
	}

	public function testTheRegistryKnowsWhoAsks(): void {
		$stranger = self::newSpace();
		self::assertRefused(401, 'unproven', self::send('observatoryregistry-enrol', ['message' => '{"do":"enrol"}'] + self::$space->message('enrol')));
		self::assertRefused(401, 'unproven', self::send('observatoryregistry-enrol', self::$space->message('enrol', ['at' => time() - 400])));
		self::assertRefused(401, 'unproven', self::send('observatoryregistry-tokens', self::$space->message('enrol')));
		self::assertRefused(403, 'refused', self::send('observatoryregistry-enrol', $stranger->message('enrol', ['attestation' => self::attestation(self::$space)])));
		self::assertRefused(403, 'refused', self::send('observatoryregistry-tokens', $stranger->tokenRequest(self::survey(), ReportKind::MemberAnswers, $stranger->blind(10))));
		self::assertInvalid('address', self::send('observatoryregistry-enrol', $stranger->message('enrol', ['address' => '127.0.0.1'])));
		self::assertMatchesRegularExpression('/^[0-9a-f]{64}$/', self::send('observatoryregistry-enrol', $stranger->message('enrol', ['address' => 'cloud.example.org']))->data()['challenge']);
		$message = $stranger->message('enrol', ['address' => 'cloud.example.org']);
		self::assertSame([200, 401], [self::send('observatoryregistry-enrol', $message)->status, self::send('observatoryregistry-enrol', $message)->status]);
	}

	public function testTokensAreGivenOnce(): void {
		$space = self::newSpace();
		self::send('observatoryregistry-enrol', $space->message('enrol', ['attestation' => self::attestation($space)]));
		$blinded = $space->blind(10);
		$first = self::send('observatoryregistry-tokens', $space->tokenRequest(self::survey(), ReportKind::MemberAnswers, $blinded));
		$again = self::send('observatoryregistry-tokens', $space->tokenRequest(self::survey(), ReportKind::MemberAnswers, $blinded));

		self::assertSame($first->data()['elements'], $again->data()['elements']);
		self::assertRefused(409, 'conflict', self::send('observatoryregistry-tokens', $space->tokenRequest(self::survey(), ReportKind::MemberAnswers, $space->blind(10))));
		self::assertInvalid('blinded', self::send('observatoryregistry-tokens', $space->tokenRequest(self::survey(), ReportKind::MemberText, $space->blind(11))));
		self::assertRefused(404, 'not_found', self::send('observatoryregistry-tokens', $space->message('tokens', ['survey' => 'nothing', 'period' => '2026-Q4', 'kind' => 'member-answers', 'blinded' => []])));
	}

	public function testAFloodIsHeldOffAndHonestReportsAreTakenLater(): void {
		$honest = $this->seal(['often' => 'daily', 'mood' => null], $this->token());
		$minute = intdiv(time(), 60);
		$values = implode(', ', array_map(static fn (int $after): string => '(' . ($minute + $after) . ', 1000)', range(1, 3)));
		Space::get()->sql("DELETE FROM *PREFIX*compagnon_collector_refusal WHERE minute >= $minute");
		Space::get()->sql("INSERT INTO *PREFIX*compagnon_collector_refusal (minute, refused) VALUES ($minute, 1000), $values");
		try {
			$held = self::take($honest);
			self::assertRefused(429, 'too_many', $held);
			self::assertMatchesRegularExpression('/^[1-9]\d?$/', $held->header('retry-after'));
			self::assertRefused(429, 'too_many', self::withdraw('00000000-0000-4000-8000-000000000000', str_repeat('0', 40)));
		} finally {
			Space::get()->sql("DELETE FROM *PREFIX*compagnon_collector_refusal WHERE minute >= $minute");
		}
		self::assertSame(201, self::take($honest)->status);
	}

	public function testAFloodOfMessagesIsHeldOff(): void {
		$soon = time() + 120;
		$values = implode(', ', array_map(static fn (int $i): string => "('flood-$i', $soon)", range(1, 600)));
		Space::get()->sql("INSERT INTO *PREFIX*compagnon_registry_nonce (nonce, seen_at) VALUES $values");
		try {
			self::assertRefused(429, 'too_many', self::send('observatoryregistry-enrol', self::$space->message('enrol')));
		} finally {
			Space::get()->sql("DELETE FROM *PREFIX*compagnon_registry_nonce WHERE nonce LIKE 'flood-%'");
		}
	}

	public function testADatabaseThatWentAwayIsSaidWithWhenToComeAgain(): void {
		$bodies = [
			'observatoryregistry-tokens' => self::$space->tokenRequest(self::survey(), ReportKind::MemberText, self::$space->blind(10)),
			'observatoryregistry-enrol' => self::$space->message('enrol'),
			'observatorycollector-take' => ['sealed' => $this->seal(['often' => 'daily', 'mood' => null], $this->token())],
		];
		Space::get()->withoutDatabase(static function () use ($bodies): void {
			foreach (self::OF_TABLES as $operation) {
				$answer = self::send($operation, $bodies[$operation] ?? null);
				self::assertRefused(503, 'unavailable', $answer);
				self::assertSame('60', $answer->header('retry-after'));
			}
		});

		self::assertStringContainsString('take: ', Space::get()->command('observatory:verify'));
	}

	public function testNothingOfWhoAskedIsInTheTablesOrInTheLog(): void {
		$before = strlen(Space::get()->log());
		self::take('rubbish');
		self::take($this->seal(['often' => 'weekly', 'mood' => 2], $this->token()));
		self::withdraw('00000000-0000-4000-8000-000000000000', str_repeat('0', 40));
		self::send('observatoryregistry-enrol', ['message' => '{"do":"enrol"}'] + self::$space->message('enrol'));
		$unlucky = $this->seal(['often' => 'weekly', 'mood' => 2], $this->token());
		Space::get()->withoutDatabase(static fn () => self::take($unlucky));

		self::assertStringNotContainsString('observatory/', substr(Space::get()->log(), $before));
		foreach (['collector_report', 'collector_refusal', 'registry_space', 'registry_issue', 'registry_nonce'] as $table) {
			$rows = (string)json_encode(Space::get()->sql("SELECT * FROM *PREFIX*compagnon_$table"));
			self::assertDoesNotMatchRegularExpression('/127\.0\.0\.1|::1|Compagnon tests/', $rows, $table);
		}
	}

	public function testWhereTheModeIsOffThereIsNothing(): void {
		Space::get()->command('observatory:enable', '--off');
		try {
			foreach (self::OF_TABLES as $operation) {
				self::assertRefused(404, 'not_found', self::send($operation));
			}
		} finally {
			Space::get()->command('observatory:enable');
		}
	}

	/**
	 * @param array<array-key, mixed>|null $body
	 * @param array<string, string> $parameters
	 */
	private static function send(string $operation, ?array $body = null, array $parameters = []): Answer {
		$answer = self::raw(new Browser(Space::get()->url), $operation, [], $body, $parameters);
		OpenApi::check($operation, $answer);
		return $answer;
	}

	private static function take(string $sealed): Answer {
		return self::send('observatorycollector-take', ['sealed' => $sealed]);
	}

	private static function withdraw(string $report, string $secret): Answer {
		return self::send('observatorycollector-withdraw', ['report' => $report, 'secret' => $secret]);
	}

	private static function catalogue(): Catalogue {
		$text = self::send('observatorycatalogue-show')->data()['catalogue'];
		return Catalogue::read(is_string($text) ? $text : '');
	}

	private static function survey(?string $id = null): CatalogueSurvey {
		return self::catalogue()->survey($id ?? self::$survey, Period::at(time())) ?? throw new \LogicException('the survey is not in the catalogue');
	}

	/** @param list<Blinded> $blinded */
	private static function ask(array $blinded, ?CatalogueSurvey $survey = null): Answer {
		return self::send('observatoryregistry-tokens', self::$space->tokenRequest($survey ?? self::survey(), ReportKind::MemberAnswers, $blinded));
	}

	/** @param array<array-key, mixed> $answers */
	private function seal(array $answers, Token $token, ?WithdrawalCode $code = null): string {
		return SpaceSide::seal(self::catalogue(), SpaceSide::report(self::survey(), ReportKind::MemberAnswers, $token, $answers, $code));
	}

	private function token(): Token {
		return array_pop(self::$tokens) ?? throw new \LogicException('ten tokens are enough for these tests');
	}

	private static function addSurvey(): string {
		$id = 'http-' . bin2hex(random_bytes(6));
		$file = self::$folder . "/$id.json";
		file_put_contents($file, str_replace('"test-survey"', "\"$id\"", (string)file_get_contents(__DIR__ . '/../Support/observatory/survey.json')));
		Space::get()->command('observatory:survey', 'add', $file);
		return $id;
	}

	private static function newSpace(): SpaceSide {
		return new SpaceSide(Space::get()->url, static fn (): int => time());
	}

	/** @return array<string, mixed> */
	private static function attestation(SpaceSide $space): array {
		$line = Space::get()->command('observatory:host', 'attest', self::$folder . '/host.key', $space->key(), '--until=' . gmdate('Y-m-d', time() + 86_400), '--to=' . Space::get()->url);
		/** @var array<string, mixed> */
		return json_decode(self::lastLine($line), true, flags: JSON_THROW_ON_ERROR);
	}

	private static function lastLine(string $output): string {
		$lines = explode("\n", trim($output));
		return end($lines);
	}
}
