<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Observatory;

use OCA\Compagnon\Observatory\AskedQuestions;
use OCA\Compagnon\Observatory\FigureWords;
use OCA\Compagnon\Observatory\Publisher\Count\Asked;
use OCA\Compagnon\Observatory\Publisher\Count\Choice;
use OCA\Compagnon\Observatory\Publisher\Count\Clause;
use OCA\Compagnon\Observatory\Publisher\Count\Shape;
use OCA\Compagnon\Observatory\SurveyFile;
use OCA\Compagnon\Openl\Metric;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\TestCase;

#[CoversClass(AskedQuestions::class)]
#[CoversClass(FigureWords::class)]
final class AskedQuestionsTest extends TestCase {
	public function testEveryTypeOfQuestionIsCountedInItsShapeAndOwnWordsAreNot(): void {
		$words = ['fr' => 'Oui', 'en' => 'Yes'];
		$options = [['id' => 'a', 'text' => $words], ['id' => 'b', 'text' => $words], ['id' => 'c', 'text' => $words]];
		$question = static fn (string $id, string $type, array $more = []): array => ['id' => $id, 'type' => $type, 'text' => $words] + $more;
		$asked = $this->asked([
			$question('one', 'one', ['options' => $options]),
			$question('several', 'several', ['options' => $options, 'if' => ['any' => [['q' => 'one', 'in' => ['a', 'b']]]]]),
			$question('band', 'band', ['options' => $options]),
			$question('scale', 'scale', ['points' => 5, 'low' => ['fr' => 'mal', 'en' => 'badly'], 'high' => ['fr' => 'bien', 'en' => 'well']]),
			$question('recommend', 'recommend'),
			$question('fsus', 'fsus'),
			$question('text', 'text', ['longest' => 500]),
		]);

		self::assertSame(
			['one' => Shape::One, 'several' => Shape::Several, 'band' => Shape::Ordered, 'scale' => Shape::Ordered, 'recommend' => Shape::Recommend, 'fsus' => Shape::Fsus],
			array_column(array_map(static fn (Asked $one): array => [$one->id, $one->shape], $asked), 1, 0),
		);
		self::assertEquals([new Clause('one', ['a', 'b'])], $asked[1]->clauses);
		self::assertSame(['a', 'b', 'c'], $asked[2]->ids());
		self::assertSame(['1 – mal', '2', '3', '4', '5 – bien'], array_map(static fn (Choice $choice): string => $choice->text['fr'], $asked[3]->choices));
	}

	public function testEveryFigureIsCountedByItsBands(): void {
		$names = array_map(static fn (Metric $metric): string => $metric->value, Metric::cases());
		$file = SurveyFile::read(json_encode(['schema' => 1, 'id' => 'chiffres', 'version' => '1.0.0', 'kind' => 'space-figures', 'title' => ['fr' => 'C', 'en' => 'F'], 'purpose' => ['fr' => 'C', 'en' => 'F'], 'metrics' => $names], JSON_THROW_ON_ERROR));
		$asked = (new AskedQuestions(new FigureWords()))->of($file);

		self::assertSame($names, array_map(static fn (Asked $one): string => $one->id, $asked));
		foreach ($asked as $place => $one) {
			$metric = Metric::cases()[$place];
			self::assertSame($metric->bands(), $one->ids());
			self::assertSame(match (true) {
				$metric === Metric::Apps => Shape::Several,
				in_array($metric, [Metric::ExternalAccounts, Metric::MobileOrDesktopClient], true) => Shape::One,
				default => Shape::Ordered,
			}, $one->shape);
			self::assertNotSame('', $one->text['fr'] ?? '');
		}
	}

	/**
	 * @param list<array<string, mixed>> $questions
	 * @return list<Asked>
	 */
	private function asked(array $questions): array {
		$file = ['schema' => 1, 'id' => 'essai', 'version' => '1.0.0', 'kind' => 'member-answers', 'title' => ['fr' => 'E', 'en' => 'T'], 'intro' => ['fr' => 'E', 'en' => 'T'], 'minutes' => 1, 'sensitive' => false, 'questions' => $questions];
		return (new AskedQuestions(new FigureWords()))->of(SurveyFile::read(json_encode($file, JSON_THROW_ON_ERROR)));
	}
}
