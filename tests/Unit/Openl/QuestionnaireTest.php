<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Openl;

use OCA\Compagnon\Content\OpisSchemaValidator;
use OCA\Compagnon\Error\Invalid;
use OCA\Compagnon\Openl\Condition;
use OCA\Compagnon\Openl\Fields;
use OCA\Compagnon\Openl\Question;
use OCA\Compagnon\Openl\Questionnaire;
use OCA\Compagnon\Openl\QuestionReader;
use OCA\Compagnon\Openl\QuestionType;
use OCA\Compagnon\Tests\Fake\OpenlFixture;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** What reader and schema say of a questionnaire, which has to be the same wherever a schema can say it. */
#[CoversClass(Questionnaire::class)]
#[CoversClass(QuestionReader::class)]
#[CoversClass(Question::class)]
#[CoversClass(Fields::class)]
final class QuestionnaireTest extends TestCase {
	private const SCHEMA = __DIR__ . '/../../../resources/schema/questionnaire.json';

	public function testEachTypeIsRead(): void {
		$questionnaire = OpenlFixture::read();

		self::assertSame(['one', 'several', 'band', 'scale', 'recommend', 'fsus', 'text', 'one'], array_map(static fn (Question $question): string => $question->type->value, $questionnaire->questions));
		self::assertSame([], array_udiff(QuestionType::cases(), array_column($questionnaire->questions, 'type'), static fn (QuestionType $a, QuestionType $b): int => $a->value <=> $b->value));
		self::assertSame(hash('sha256', $questionnaire->json), $questionnaire->sha256);
		self::assertSame(['title, en français', 'title, in English', 'title, in English'], array_map($questionnaire->title->in(...), ['fr_FR', 'en', 'de']));
		self::assertSame(['board', 'volunteer', 'other'], $questionnaire->question('role')?->optionIds());
		self::assertSame(2, $questionnaire->question('tools')?->most);
		self::assertSame([200, 0, 100], array_map(static fn (string $id): ?int => $questionnaire->question($id)?->longestWords(), ['tools', 'role', 'why']));
		self::assertEquals(new Condition(true, [['question' => 'role', 'in' => ['board', 'other']]]), $questionnaire->question('why')?->if);
		self::assertFalse($questionnaire->question('since')?->if?->all);
		self::assertNull($questionnaire->question('nowhere'));
	}

	/** @return iterable<string, array{\Closure(array<array-key, mixed>): array<array-key, mixed>}> */
	public static function good(): iterable {
		$with = static fn (string $place, mixed $value): \Closure => static fn (array $file): array => OpenlFixture::with($file, $place, $value);
		yield 'as it is' => [static fn (array $file): array => $file];
		yield 'a schema named for editors' => [$with('$schema', '../schema/questionnaire.json')];
		yield 'script in words, which are plain text' => [$with('title.fr', '<script>alert(1)</script> & co')];
		yield 'lines' => [$with('intro.fr', "Une ligne\nune autre")];
		yield 'emoji' => [$with('title.fr', '🙂 👩‍🌾')];
		yield 'as long as it may be' => [$with('title.fr', str_repeat('é', 120))];
		yield 'sensitive, without own words' => [static fn (array $file): array => OpenlFixture::with(OpenlFixture::without(OpenlFixture::with($file, 'questions', array_slice((array)$file['questions'], 0, 6)), 'questions.1.own'), 'sensitive', true)];
		yield 'a scale of seven' => [$with('questions.3.points', 7)];
	}

	/** @param \Closure(array<array-key, mixed>): array<array-key, mixed> $change */
	#[DataProvider('good')]
	public function testAGoodOneIsAccepted(\Closure $change): void {
		$json = OpenlFixture::json($change(OpenlFixture::questionnaire()));

		self::assertSame([], (new OpisSchemaValidator())->faults(json_decode($json), self::SCHEMA));
		self::assertSame($json, Questionnaire::read($json)->json);
	}

	/** @return iterable<string, array{\Closure(array<array-key, mixed>): array<array-key, mixed>, string}> and the place that is named */
	public static function bad(): iterable {
		$with = static fn (string $place, mixed $value): \Closure => static fn (array $file): array => OpenlFixture::with($file, $place, $value);
		$without = static fn (string $place): \Closure => static fn (array $file): array => OpenlFixture::without($file, $place);
		yield 'a newer format' => [$with('schema', 2), 'schema'];
		yield 'an id with a capital' => [$with('id', 'Survey'), 'id'];
		yield 'an id with a line break' => [$with('id', "survey\n"), 'id'];
		yield 'a version of two numbers' => [$with('version', '1.0'), 'version'];
		yield 'another kind' => [$with('kind', 'member-text'), 'kind'];
		yield 'no French' => [$without('title.fr'), 'title.fr'];
		yield 'a third language' => [$with('title.de', 'Titel'), 'title.de'];
		yield 'empty words' => [$with('title.en', ''), 'title.en'];
		yield 'words that are none' => [$with('title.en', 5), 'title.en'];
		yield 'too long' => [$with('title.en', str_repeat('a', 121)), 'title.en'];
		yield 'a control character' => [$with('title.en', "a\x07b"), 'title.en'];
		yield 'a NUL' => [$with('title.en', "a\0b"), 'title.en'];
		yield 'a line that turns round' => [$with('title.en', "a\u{202e}b"), 'title.en'];
		yield 'too many minutes' => [$with('minutes', 16), 'minutes'];
		yield 'minutes in words' => [$with('minutes', 'three'), 'minutes'];
		yield 'sensitive in words' => [$with('sensitive', 'no'), 'sensitive'];
		yield 'unknown field' => [$with('tracker', 'https://example.org'), 'tracker'];
		foreach (['schema', 'id', 'version', 'kind', 'title', 'intro', 'minutes', 'sensitive', 'questions'] as $field) {
			yield "without $field" => [$without($field), $field];
		}
		yield from self::badQuestions();
	}

	/** @return iterable<string, array{\Closure(array<array-key, mixed>): array<array-key, mixed>, string}> */
	private static function badQuestions(): iterable {
		$with = static fn (string $place, mixed $value): \Closure => static fn (array $file): array => OpenlFixture::with($file, $place, $value);
		$without = static fn (string $place): \Closure => static fn (array $file): array => OpenlFixture::without($file, $place);
		yield 'no questions' => [$with('questions', []), 'questions'];
		yield 'questions that are no list' => [$with('questions', ['a' => 1]), 'questions'];
		yield 'a question that is none' => [$with('questions.0', 'role?'), 'questions.0'];
		yield 'too many questions' => [$with('questions', array_map(static fn (int $at): array => ['id' => "q$at", 'type' => 'recommend', 'text' => OpenlFixture::words('q')], range(1, 41))), 'questions'];
		yield 'unknown type' => [$with('questions.0.type', 'matrix'), 'questions.0.type'];
		yield 'an unknown field of a question' => [$with('questions.0.html', '<b>'), 'questions.0.html'];
		yield 'a field of another type' => [$with('questions.0.points', 5), 'questions.0.points'];
		yield 'a question that has to be answered' => [$with('questions.0.required', true), 'questions.0.required'];
		yield 'no options' => [$without('questions.0.options'), 'questions.0.options'];
		yield 'one option' => [$with('questions.0.options', [['id' => 'a', 'text' => OpenlFixture::words('a')]]), 'questions.0.options'];
		yield 'an option without words' => [$without('questions.0.options.1.text'), 'questions.0.options.1.text'];
		yield 'an option with a price' => [$with('questions.0.options.1.score', 3), 'questions.0.options.1.score'];
		yield 'an option of a strange name' => [$with('questions.0.options.1.id', 'a b'), 'questions.0.options.1.id'];
		yield 'none may be chosen' => [$with('questions.1.most', 0), 'questions.1.most'];
		yield 'own words with more' => [$with('questions.1.own.name', 'x'), 'questions.1.own.name'];
		yield 'a scale of six' => [$with('questions.3.points', 6), 'questions.3.points'];
		yield 'a scale without an end' => [$without('questions.3.low'), 'questions.3.low'];
		yield 'own words without an end' => [$with('questions.6.longest', 1_501), 'questions.6.longest'];
		yield from self::badConditions();
	}

	/** @return iterable<string, array{\Closure(array<array-key, mixed>): array<array-key, mixed>, string}> */
	private static function badConditions(): iterable {
		$with = static fn (string $place, mixed $value): \Closure => static fn (array $file): array => OpenlFixture::with($file, $place, $value);
		yield 'a condition of two ways' => [$with('questions.6.if.any', [['q' => 'role', 'in' => ['board']]]), 'questions.6.if.any'];
		yield 'a condition of no way' => [$with('questions.6.if', new \stdClass()), 'questions.6.if.any'];
		yield 'a condition of nothing' => [$with('questions.6.if.all', []), 'questions.6.if.all'];
		yield 'a condition that is code' => [$with('questions.6.if', 'role == "board"'), 'questions.6.if'];
		yield 'a condition on no option' => [$with('questions.6.if.all.0.in', []), 'questions.6.if.all.0.in'];
		yield 'a condition on one option twice' => [$with('questions.6.if.all.0.in', ['board', 'board']), 'questions.6.if.all.0.in'];
		yield 'a condition on anything' => [$with('questions.6.if.all.0.in', ['board', new \stdClass(), 1, []]), 'questions.6.if.all.0.in'];
		yield 'sensitive with a text' => [static fn (array $file): array => OpenlFixture::with(OpenlFixture::without($file, 'questions.1.own'), 'sensitive', true), 'questions.6.type'];
		yield 'sensitive with own words' => [static fn (array $file): array => OpenlFixture::with(OpenlFixture::with($file, 'questions', array_slice((array)$file['questions'], 0, 6)), 'sensitive', true), 'questions.1.own'];
	}

	/** @param \Closure(array<array-key, mixed>): array<array-key, mixed> $spoil */
	#[DataProvider('bad')]
	public function testABadOneIsRefusedByBoth(\Closure $spoil, string $place): void {
		$json = OpenlFixture::json($spoil(OpenlFixture::questionnaire()));

		self::assertSame($place, self::refused($json));
		self::assertNotSame([], (new OpisSchemaValidator())->faults(json_decode($json), self::SCHEMA));
	}

	/** @return iterable<string, array{\Closure(array<array-key, mixed>): array<array-key, mixed>, string}> what a schema cannot say */
	public static function badByRule(): iterable {
		$with = static fn (string $place, mixed $value): \Closure => static fn (array $file): array => OpenlFixture::with($file, $place, $value);
		yield 'two questions of one id' => [$with('questions.7.id', 'role'), 'questions.7.id'];
		yield 'two options of one id' => [$with('questions.0.options.2.id', 'board'), 'questions.0.options.2.id'];
		yield 'more may be chosen than there are' => [$with('questions.1.most', 4), 'questions.1.most'];
		yield 'a condition on nothing that is asked' => [$with('questions.6.if.all.0.q', 'nowhere'), 'questions.6.if.all.0.q'];
		yield 'a condition on a later question' => [$with('questions.6.if.all.0.q', 'since'), 'questions.6.if.all.0.q'];
		yield 'a condition on itself' => [$with('questions.7.if.any.0.q', 'since'), 'questions.7.if.any.0.q'];
		yield 'a condition on an option of another question' => [$with('questions.6.if.all.0.in', ['talk']), 'questions.6.if.all.0.in'];
		yield 'a condition on a question without options' => [$with('questions.6.if.all.0', ['q' => 'ease', 'in' => ['5']]), 'questions.6.if.all.0.in'];
	}

	/** @param \Closure(array<array-key, mixed>): array<array-key, mixed> $spoil */
	#[DataProvider('badByRule')]
	public function testWhatASchemaCannotSayIsRefusedByTheReader(\Closure $spoil, string $place): void {
		self::assertSame($place, self::refused(OpenlFixture::json($spoil(OpenlFixture::questionnaire()))));
	}

	public function testWhatIsNoFileIsRefused(): void {
		foreach (['', '[]', '"a"', '{', "{\"id\":\"\xff\"}", str_repeat(' ', 131_073)] as $json) {
			self::assertSame('body', self::refused($json));
		}
	}

	/** @return ?string the place that is named; null when it was read */
	private static function refused(string $json): ?string {
		try {
			Questionnaire::read($json);
			return null;
		} catch (Invalid $e) {
			return $e->field;
		}
	}
}
