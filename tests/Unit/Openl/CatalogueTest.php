<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Openl;

use OCA\Compagnon\Content\OpisSchemaValidator;
use OCA\Compagnon\Openl\Catalogue;
use OCA\Compagnon\Openl\CatalogueSurvey;
use OCA\Compagnon\Openl\CatalogueSurveyReader;
use OCA\Compagnon\Openl\Malformed;
use OCA\Compagnon\Openl\Metric;
use OCA\Compagnon\Openl\Period;
use OCA\Compagnon\Openl\ReportKind;
use OCA\Compagnon\Openl\Stratum;
use OCA\Compagnon\Tests\Fake\OpenlFixture;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** What reader and schema say of a catalogue, which has to be the same wherever a schema can say it. */
#[CoversClass(Catalogue::class)]
#[CoversClass(CatalogueSurvey::class)]
#[CoversClass(CatalogueSurveyReader::class)]
final class CatalogueTest extends TestCase {
	private const SCHEMA = __DIR__ . '/../../../resources/schema/catalogue.json';

	public function testItIsRead(): void {
		$json = OpenlFixture::json(OpenlFixture::catalogue(str_repeat('k', 32)));
		self::assertSame([], (new OpisSchemaValidator())->faults(json_decode($json), self::SCHEMA));

		$catalogue = Catalogue::read($json);

		self::assertSame([1, null, hash('sha256', $json), $json], [$catalogue->number, $catalogue->previous, $catalogue->sha256, $catalogue->text]);
		self::assertSame([str_repeat('k', 32)], $catalogue->keys->catalogue);
		self::assertSame(hash('sha256', 'sealing', true), $catalogue->keys->sealing);
		self::assertSame('2026-Q3', $catalogue->results[0]->period->name);
		self::assertSame(['Organiser', 'contact@example.org', 'https://example.org'], array_values((array)$catalogue->organiser));
		self::assertSame('first-survey', $catalogue->surveys[0]->questionnaire?->id);
		self::assertSame([Metric::Members, Metric::Apps, Metric::Files], $catalogue->surveys[1]->metrics);
	}

	public function testASurveyIsFoundWithItsKeysAndDays(): void {
		$catalogue = Catalogue::read(OpenlFixture::json(OpenlFixture::catalogue(str_repeat('k', 32))));
		$period = new Period('2026-Q4');
		$survey = $catalogue->survey('first-survey', $period);
		self::assertNotNull($survey);

		self::assertNull($catalogue->survey('first-survey', $period->next()));
		self::assertNull($catalogue->survey('nowhere', $period));
		self::assertSame(hash('sha256', '4', true), $survey->issuer(Stratum::Unattested, ReportKind::MemberText));
		self::assertNull($survey->issuer(Stratum::Attested, ReportKind::SpaceFigures));
		$days = ['2026-10-31 23:59:59' => false, '2026-11-01 00:00:00' => true, '2026-12-15 23:59:59' => true, '2026-12-16 00:00:00' => false];
		self::assertSame($days, array_combine(array_keys($days), array_map(static fn (string $time): bool => $survey->isOpen((int)strtotime("$time UTC")), array_keys($days))));
	}

	public function testOneWithoutSurveysIsRead(): void {
		self::assertSame([], Catalogue::read(OpenlFixture::json(OpenlFixture::with(OpenlFixture::with(OpenlFixture::catalogue(str_repeat('k', 32)), 'surveys', []), 'results', [])))->surveys);
	}

	/** @return iterable<string, array{\Closure(array<array-key, mixed>): array<array-key, mixed>, string}> and the place that is named */
	public static function bad(): iterable {
		$with = static fn (string $place, mixed $value): \Closure => static fn (array $file): array => OpenlFixture::with($file, $place, $value);
		$without = static fn (string $place): \Closure => static fn (array $file): array => OpenlFixture::without($file, $place);
		$key = base64_encode(str_repeat('x', 32));
		yield 'a newer format' => [$with('format', 'openl-catalogue/2'), 'catalogue.format'];
		yield 'number zero' => [$with('number', 0), 'catalogue.number'];
		yield 'a number as text' => [$with('number', '1'), 'catalogue.number'];
		yield 'the first with one before' => [$with('previous', str_repeat('0', 64)), 'catalogue.previous'];
		yield 'the second with none before' => [$with('number', 2), 'catalogue.previous'];
		yield 'a finer time' => [$with('made', '2026-11-28T10:00:00Z'), 'catalogue.made'];
		yield 'no key for the next one' => [$with('keys.catalogue', []), 'catalogue.keys.catalogue'];
		yield 'a crowd of keys' => [$with('keys.catalogue', [$key, $key, $key, $key]), 'catalogue.keys.catalogue'];
		yield 'a short key' => [$with('keys.sealing', base64_encode('short')), 'catalogue.keys.sealing'];
		yield 'a second form of a key' => [$with('keys.receipts', substr($key, 0, -2) . 'B='), 'catalogue.keys.receipts'];
		yield 'a key too many' => [$with('keys.space', $key), 'catalogue.keys.space'];
		yield 'unknown field' => [$with('for', 'space-17'), 'catalogue.for'];
		foreach (['format', 'number', 'previous', 'made', 'keys', 'organiser', 'surveys', 'results'] as $field) {
			yield "without $field" => [$without($field), "catalogue.$field"];
		}
		yield from self::badParts();
	}

	/** @return iterable<string, array{\Closure(array<array-key, mixed>): array<array-key, mixed>, string}> */
	private static function badParts(): iterable {
		$with = static fn (string $place, mixed $value): \Closure => static fn (array $file): array => OpenlFixture::with($file, $place, $value);
		$without = static fn (string $place): \Closure => static fn (array $file): array => OpenlFixture::without($file, $place);
		$key = base64_encode(str_repeat('x', 32));
		yield 'a survey that is none' => [$with('surveys.0', 'first-survey'), 'catalogue.surveys.0'];
		yield 'a target' => [$with('surveys.0.target', 'members > 50'), 'catalogue.surveys.0.target'];
		yield 'a survey of words alone' => [$with('surveys.0.kind', 'member-text'), 'catalogue.surveys.0.kind'];
		yield 'a k below eleven' => [$with('surveys.0.k', 5), 'catalogue.surveys.0.k'];
		yield 'words without English' => [$without('surveys.0.purpose.en'), 'catalogue.surveys.0.purpose.en'];
		yield 'an organiser with a control character' => [$with('surveys.0.organiser', "a\x1b[2J"), 'catalogue.surveys.0.organiser'];
		yield 'an address instead of the questionnaire' => [$with('surveys.0.questionnaire', null), 'catalogue.surveys.0.questionnaire'];
		yield 'a questionnaire with figures' => [$with('surveys.1.questionnaire', '{}'), 'catalogue.surveys.1.questionnaire'];
		yield 'figures with a questionnaire' => [$with('surveys.0.metrics', ['members']), 'catalogue.surveys.0.metrics'];
		yield 'a figure that nobody knows' => [$with('surveys.1.metrics', ['domain']), 'catalogue.surveys.1.metrics'];
		yield 'a figure twice' => [$with('surveys.1.metrics', ['members', 'members']), 'catalogue.surveys.1.metrics'];
		yield 'no figures' => [$with('surveys.1.metrics', []), 'catalogue.surveys.1.metrics'];
		yield 'keys of one stratum' => [$without('surveys.0.issuers.unattested'), 'catalogue.surveys.0.issuers.unattested'];
		yield 'keys of a third stratum' => [$with('surveys.0.issuers.special', ['member-answers' => $key]), 'catalogue.surveys.0.issuers.special'];
		yield 'a key of another kind' => [$with('surveys.1.issuers.attested.member-text', $key), 'catalogue.surveys.1.issuers.attested.member-text'];
		yield 'no key for answers' => [$without('surveys.0.issuers.attested.member-answers'), 'catalogue.surveys.0.issuers.attested.member-answers'];
		yield 'a result of no period' => [$with('results.0.period', '2026'), 'catalogue.results.0.period'];
		yield 'a result with more' => [$with('results.0.url', 'https://example.org'), 'catalogue.results.0.url'];
	}

	/** @param \Closure(array<array-key, mixed>): array<array-key, mixed> $spoil */
	#[DataProvider('bad')]
	public function testABadOneIsRefusedByBoth(\Closure $spoil, string $place): void {
		$json = OpenlFixture::json($spoil(OpenlFixture::catalogue(str_repeat('k', 32))));

		self::assertSame($place, self::refused($json));
		self::assertNotSame([], (new OpisSchemaValidator())->faults(json_decode($json), self::SCHEMA));
	}

	/** @return iterable<string, array{\Closure(array<array-key, mixed>): array<array-key, mixed>, string}> what a schema cannot say */
	public static function badByRule(): iterable {
		$with = static fn (string $place, mixed $value): \Closure => static fn (array $file): array => OpenlFixture::with($file, $place, $value);
		$other = OpenlFixture::json(['version' => '1.0.1'] + OpenlFixture::questionnaire());
		yield 'a questionnaire of another hash' => [$with('surveys.0.sha256', str_repeat('0', 64)), 'catalogue.surveys.0.sha256'];
		yield 'figures of another hash' => [$with('surveys.1.sha256', Metric::setHash([Metric::Members])), 'catalogue.surveys.1.sha256'];
		yield 'a questionnaire of another version' => [static fn (array $file): array => OpenlFixture::with(OpenlFixture::with($file, 'surveys.0.questionnaire', $other), 'surveys.0.sha256', hash('sha256', $other)), 'catalogue.surveys.0.questionnaire'];
		yield 'a bad questionnaire' => [$with('surveys.0.questionnaire', '{"schema":1}'), 'catalogue.surveys.0.questionnaire.id'];
		yield 'closed before it opens' => [$with('surveys.0.closes', '2026-10-01'), 'catalogue.surveys.0.closes'];
		yield 'a day that there is not' => [$with('made', '2026-02-30'), 'catalogue.made'];
		yield 'one survey twice in a period' => [static fn (array $file): array => OpenlFixture::with($file, 'surveys.1', OpenlFixture::survey()), 'catalogue.surveys.1.id'];
		yield 'one result twice' => [static fn (array $file): array => OpenlFixture::with($file, 'results', [...(array)$file['results'], ...(array)$file['results']]), 'catalogue.results.1.survey'];
		yield 'one key for two kinds' => [$with('surveys.0.issuers.attested.member-text', OpenlFixture::key('1')), 'catalogue.surveys.0.issuers'];
		yield 'one key for two surveys' => [$with('surveys.1.issuers.attested.space-figures', OpenlFixture::key('1')), 'catalogue.surveys.1.issuers'];
	}

	/** @param \Closure(array<array-key, mixed>): array<array-key, mixed> $spoil */
	#[DataProvider('badByRule')]
	public function testWhatASchemaCannotSayIsRefusedByTheReader(\Closure $spoil, string $place): void {
		self::assertSame($place, self::refused(OpenlFixture::json($spoil(OpenlFixture::catalogue(str_repeat('k', 32))))));
	}

	public function testWhatIsNoCatalogueIsRefused(): void {
		foreach (['', '[]', '<html>', str_repeat(' ', Catalogue::LARGEST + 1)] as $text) {
			self::assertSame('catalogue', self::refused($text));
		}
	}

	/** @return ?string the place that is named; null when it was read */
	private static function refused(string $json): ?string {
		try {
			Catalogue::read($json);
			return null;
		} catch (Malformed $e) {
			return $e->place;
		}
	}
}
