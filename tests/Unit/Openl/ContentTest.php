<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Openl;

use OCA\Compagnon\Content\OpisSchemaValidator;
use OCA\Compagnon\Openl\Metric;
use OCA\Compagnon\Openl\Question;
use OCA\Compagnon\Openl\Questionnaire;
use OCA\Compagnon\Openl\QuestionType;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** What is shipped is what the protocol knows: surveys, figures and their words. */
#[CoversClass(Questionnaire::class)]
#[CoversClass(Metric::class)]
final class ContentTest extends TestCase {
	private const RESOURCES = __DIR__ . '/../../../resources/';

	/** @return iterable<string, array{string}> */
	public static function questionnaires(): iterable {
		foreach (self::surveys('member-answers') as $file) {
			yield basename($file) => [$file];
		}
	}

	/** @return iterable<string, array{string}> */
	public static function figures(): iterable {
		foreach (self::surveys('space-figures') as $file) {
			yield basename($file) => [$file];
		}
	}

	#[DataProvider('questionnaires')]
	public function testAQuestionnaireIsReadAndIsNamedAsItCallsItself(string $file): void {
		$questionnaire = Questionnaire::read((string)file_get_contents($file));

		self::assertSame(basename($file, '.json'), $questionnaire->id);
		self::assertSame([], (new OpisSchemaValidator())->faults(json_decode($questionnaire->json), self::RESOURCES . 'schema/questionnaire.json'));
	}

	#[DataProvider('figures')]
	public function testASetOfFiguresAsksForKnownOnesInTheirOrder(string $file): void {
		$set = self::decoded($file);

		self::assertSame([], (new OpisSchemaValidator())->faults(json_decode((string)file_get_contents($file)), self::RESOURCES . 'schema/figures.json'));
		self::assertSame(array_values(array_intersect(array_column(Metric::cases(), 'value'), array_filter((array)$set['metrics'], is_string(...)))), $set['metrics']);
	}

	public function testTheFirstSurveyAsksWhatItIsMeantToAsk(): void {
		$questionnaire = Questionnaire::read((string)file_get_contents(self::RESOURCES . 'surveys/premiere-enquete.json'));
		$types = array_map(static fn (Question $question): QuestionType => $question->type, $questionnaire->questions);

		self::assertSame(['1-9', '10-29', '30-100', '101+'], $questionnaire->question('members')?->optionIds());
		self::assertSame(['0', '1-2', '3-20', '21+'], $questionnaire->question('employees')?->optionIds());
		self::assertContains(QuestionType::Fsus, $types);
		self::assertContains(QuestionType::Recommend, $types);
		self::assertNull($questionnaire->question('sector')?->own, 'a line for other sectors would ask unions, parties and religious groups to name themselves');
	}

	public function testEachFigureHasItsBandsAndNoOther(): void {
		$metrics = self::decoded(self::RESOURCES . 'metrics.json')['metrics'] ?? null;
		self::assertIsArray($metrics);

		self::assertSame(array_column(Metric::cases(), 'value'), array_column($metrics, 'name'));
		foreach (Metric::cases() as $place => $metric) {
			$words = $metrics[$place];
			self::assertIsArray($words);
			self::assertIsArray($words['bands']);
			self::assertSame($metric->isSet(), $words['several'], $metric->value);
			self::assertSame($metric->bands(), array_column($words['bands'], 'id'), $metric->value);
		}
	}

	/** @return list<string> */
	private static function surveys(string $kind): array {
		$files = glob(self::RESOURCES . 'surveys/*.json');
		return array_values(array_filter($files === false ? [] : $files, static fn (string $file): bool => (self::decoded($file)['kind'] ?? null) === $kind));
	}

	/** @return array<array-key, mixed> */
	private static function decoded(string $file): array {
		return (array)json_decode((string)file_get_contents($file), true, flags: JSON_THROW_ON_ERROR);
	}
}
