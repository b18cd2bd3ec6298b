<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Openl;

use OCA\Compagnon\Content\OpisSchemaValidator;
use OCA\Compagnon\Openl\Envelope;
use OCA\Compagnon\Openl\Fields;
use OCA\Compagnon\Openl\Flaw;
use OCA\Compagnon\Openl\KeyId;
use OCA\Compagnon\Openl\Malformed;
use OCA\Compagnon\Openl\Period;
use OCA\Compagnon\Openl\Report;
use OCA\Compagnon\Openl\ReportKind;
use OCA\Compagnon\Openl\Token;
use OCA\Compagnon\Openl\WithdrawalCode;
use OCA\Compagnon\Tests\Fake\OpenlFixture;
use OCA\Compagnon\Tests\Fake\SequenceRandom;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

#[CoversClass(Report::class)]
#[CoversClass(Envelope::class)]
#[CoversClass(Fields::class)]
final class ReportTest extends TestCase {
	private const SCHEMA = __DIR__ . '/../../../resources/schema/report.json';

	/** @return iterable<string, array{ReportKind, array<string, mixed>}> */
	public static function contents(): iterable {
		yield 'figures' => [ReportKind::SpaceFigures, OpenlFixture::metrics()];
		yield 'answers' => [ReportKind::MemberAnswers, OpenlFixture::answers()];
		yield 'words' => [ReportKind::MemberText, ['question' => 'why', 'words' => "Parce que « c’est » simple\nfor us / \"both\" 🙂"]];
		yield 'nothing' => [ReportKind::MemberAnswers, []];
	}

	/** @param array<string, mixed> $content */
	#[DataProvider('contents')]
	public function testItIsReadAsItWasWritten(ReportKind $kind, array $content): void {
		$report = self::report($kind, $content);
		$keyPair = sodium_crypto_box_keypair();

		$opened = Envelope::open(Envelope::seal($report->bytes(), sodium_crypto_box_publickey($keyPair)), [sodium_crypto_box_keypair(), $keyPair]);

		self::assertSame($report->bytes(), $opened);
		self::assertEquals($report, Report::read($opened));
		self::assertSame(array_keys($content), array_keys(Report::read($opened)->content));
		self::assertSame([], (new OpisSchemaValidator())->faults(json_decode($opened), self::SCHEMA));
	}

	/** @return iterable<string, array{\Closure(array<array-key, mixed>): (array<array-key, mixed>|string), string, Flaw}> */
	public static function spoilt(): iterable {
		$with = static fn (string $place, mixed $value): \Closure => static fn (array $report): array => OpenlFixture::with($report, $place, $value);
		yield 'another major version' => [$with('format', 'openl-report/2'), 'format', Flaw::Unknown];
		yield 'a format that is no text' => [$with('format', 1), 'format', Flaw::Unknown];
		yield 'unknown key' => [$with('instanceid', 'oc1234'), 'instanceid', Flaw::Unknown];
		yield 'unknown key that is somebody’s words' => [$with('Camille, 06 12 34', 1), '?', Flaw::Unknown];
		yield 'two contents' => [$with('metrics', new \stdClass()), 'metrics', Flaw::Unknown];
		yield 'the content of another kind' => [$with('kind', 'space-figures'), 'metrics', Flaw::Missing];
		yield 'unknown kind' => [$with('kind', 'member-names'), 'kind', Flaw::Value];
		yield 'a survey that is none' => [$with('survey', "x' OR 1=1"), 'survey', Flaw::Value];
		yield 'a line break behind the survey' => [$with('survey', "first-survey\n"), 'survey', Flaw::Value];
		yield 'a finer time' => [$with('period', '2026-11-28'), 'period', Flaw::Value];
		yield 'unknown key of the questionnaire' => [$with('questionnaire.url', 'https://example.org'), 'questionnaire.url', Flaw::Unknown];
		yield 'version' => [$with('questionnaire.version', '1.0'), 'questionnaire.version', Flaw::Value];
		yield 'hash' => [$with('questionnaire.sha256', str_repeat('A', 64)), 'questionnaire.sha256', Flaw::Value];
		yield 'a token too short' => [$with('token', 'abc'), 'token', Flaw::Size];
		yield 'a token that is no text' => [$with('token', ['abc']), 'token', Flaw::Value];
		yield 'an id with a time in it' => [$with('report', '0193a1b2-0000-7000-8000-000000000000'), 'report', Flaw::Value];
		yield 'withdrawal' => [$with('withdraw', null), 'withdraw', Flaw::Value];
		yield 'answers as a list' => [$with('answers', ['a']), 'answers', Flaw::Value];
		yield 'an object as an answer' => [$with('answers.role', ['a' => 1]), 'answers', Flaw::Value];
		yield 'a list in a list' => [$with('answers.role', [['a']]), 'answers', Flaw::Value];
		foreach (['format', 'kind', 'survey', 'questionnaire', 'period', 'token', 'report', 'withdraw', 'answers'] as $field) {
			yield "without $field" => [static fn (array $report): array => OpenlFixture::without($report, $field), $field, Flaw::Missing];
		}
		yield from self::noReports();
	}

	/** @return iterable<string, array{\Closure(): string, string, Flaw}> */
	private static function noReports(): iterable {
		yield 'no JSON' => [static fn (): string => '{"format":', 'body', Flaw::Value];
		yield 'no object' => [static fn (): string => '[]', 'body', Flaw::Value];
		yield 'nothing' => [static fn (): string => '', 'body', Flaw::Value];
		yield 'not UTF-8' => [static fn (): string => "{\"format\":\"\xff\"}", 'body', Flaw::Value];
		yield 'deeper than anything' => [static fn (): string => str_repeat('{"a":', 40) . '1' . str_repeat('}', 40), 'body', Flaw::Value];
		yield 'a name that would be no property' => [static fn (): string => '{"\u0000a":1}', 'body', Flaw::Value];
		yield 'oversize' => [static fn (): string => str_repeat(' ', 8_192), 'body', Flaw::Size];
	}

	/** @param \Closure(array<array-key, mixed>): (array<array-key, mixed>|string) $spoil */
	#[DataProvider('spoilt')]
	public function testASpoiltOneIsRefused(\Closure $spoil, string $place, Flaw $flaw): void {
		$spoilt = $spoil((array)json_decode(self::report(ReportKind::MemberAnswers, ['role' => 'board'])->bytes(), true));
		try {
			Report::read(is_string($spoilt) ? $spoilt : OpenlFixture::json($spoilt));
			self::fail('it was read');
		} catch (Malformed $e) {
			self::assertSame([$place, $flaw], [$e->place, $e->flaw]);
		}
		if (is_array($spoilt)) {
			self::assertNotSame([], (new OpisSchemaValidator())->faults(json_decode(OpenlFixture::json($spoilt)), self::SCHEMA), 'the schema takes it');
		}
	}

	public function testAnEnvelopeHasOneOfTwoSizes(): void {
		$publicKey = sodium_crypto_box_publickey(sodium_crypto_box_keypair());
		$sizes = [1 => 2_104, 500 => 2_104, 2_047 => 2_104, 2_048 => 8_248, 8_191 => 8_248];
		foreach ($sizes as $length => $size) {
			self::assertSame($size, strlen(Envelope::seal(str_repeat('a', $length), $publicKey)));
		}
		self::assertSame(Envelope::LARGEST, 8_248);

		$this->expectException(Malformed::class);
		Envelope::seal(str_repeat('a', 8_192), $publicKey);
	}

	public function testTheLongestWordsFit(): void {
		$report = self::report(ReportKind::MemberText, ['question' => str_repeat('q', 32), 'words' => str_repeat('🙂', 1_500)]);

		self::assertLessThanOrEqual(Envelope::LARGEST_REPORT, strlen($report->bytes()));
		self::assertLessThanOrEqual(Envelope::LARGEST_REPORT, strlen(self::report(ReportKind::MemberText, ['question' => 'q', 'words' => str_repeat('"', 1_500)])->bytes()));
	}

	public function testTheSameReportIsSealedDifferentlyEachTime(): void {
		$publicKey = sodium_crypto_box_publickey(sodium_crypto_box_keypair());

		self::assertNotSame(Envelope::seal('a', $publicKey), Envelope::seal('a', $publicKey));
	}

	/** @return iterable<string, array{\Closure(string, string): string, string, Flaw}> sealed bytes and public key to what is sent */
	public static function badEnvelopes(): iterable {
		$seal = static fn (string $padded, string $key): string => KeyId::of($key) . sodium_crypto_box_seal($padded, $key);
		yield 'nothing' => [static fn (): string => '', 'sealed', Flaw::Size];
		yield 'a key id alone' => [static fn (string $sealed): string => substr($sealed, 0, 8), 'sealed', Flaw::Size];
		yield 'cut' => [static fn (string $sealed): string => substr($sealed, 0, -1), 'sealed', Flaw::Size];
		yield 'a byte more' => [static fn (string $sealed): string => "$sealed\0", 'sealed', Flaw::Size];
		yield 'another size of padding' => [static fn (string $sealed, string $key): string => $seal(sodium_pad('a', 4_096), $key), 'sealed', Flaw::Size];
		yield 'oversize' => [static fn (string $sealed): string => str_repeat($sealed, 100), 'sealed', Flaw::Size];
		yield 'of a key that nobody has' => [static fn (string $sealed): string => str_repeat('k', 8) . substr($sealed, 8), 'key', Flaw::Unknown];
		yield 'for another key, with the id of ours' => [static fn (string $sealed, string $key): string => KeyId::of($key) . sodium_crypto_box_seal(sodium_pad('a', 2_048), sodium_crypto_box_publickey(sodium_crypto_box_keypair())), 'sealed', Flaw::Value];
		yield 'a bit of the box' => [static fn (string $sealed): string => substr_replace($sealed, chr(ord($sealed[900]) ^ 1), 900, 1), 'sealed', Flaw::Value];
		yield 'a bit of the one-time key' => [static fn (string $sealed): string => substr_replace($sealed, chr(ord($sealed[9]) ^ 1), 9, 1), 'sealed', Flaw::Value];
		yield 'without padding' => [static fn (string $sealed, string $key): string => $seal(str_repeat('a', 2_048), $key), 'sealed', Flaw::Value];
		yield 'padding alone' => [static fn (string $sealed, string $key): string => $seal(sodium_pad('', 2_048), $key), 'sealed', Flaw::Value];
		yield 'zeros' => [static fn (string $sealed, string $key): string => $seal(str_repeat("\0", 2_048), $key), 'sealed', Flaw::Value];
		yield 'a short report in the large size, which would mark it' => [static fn (string $sealed, string $key): string => $seal(sodium_pad('a', 8_192), $key), 'sealed', Flaw::Value];
	}

	/** @param \Closure(string, string): string $spoil */
	#[DataProvider('badEnvelopes')]
	public function testABadEnvelopeIsRefused(\Closure $spoil, string $place, Flaw $flaw): void {
		$keyPair = sodium_crypto_box_keypair();
		$publicKey = sodium_crypto_box_publickey($keyPair);
		try {
			Envelope::open($spoil(Envelope::seal('a', $publicKey), $publicKey), [$keyPair]);
			self::fail('it was opened');
		} catch (Malformed $e) {
			self::assertSame([$place, $flaw], [$e->place, $e->flaw]);
		}
	}

	public function testThereIsNoSealingForAKeyThatIsNone(): void {
		foreach (['', str_repeat('a', 31), str_repeat("\0", 32)] as $key) {
			try {
				Envelope::seal('a', $key);
				self::fail('it was sealed');
			} catch (Malformed $e) {
				self::assertSame('key', $e->place);
			}
		}
	}

	/** @param array<string, mixed> $content */
	private static function report(ReportKind $kind, array $content): Report {
		$random = new SequenceRandom();
		$code = WithdrawalCode::make($random);
		$token = new Token($random->bytes(8), $random->bytes(32), $random->bytes(64));
		return new Report($kind, OpenlFixture::SURVEY, '1.0.0', str_repeat('0', 64), new Period(OpenlFixture::PERIOD), $token, $code->reportId(), $code->hash(), $content);
	}
}
