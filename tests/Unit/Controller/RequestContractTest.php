<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Controller;

use OCA\Compagnon\Content\OpisSchemaValidator;
use OCA\Compagnon\Controller\Http\RequestContract;
use OCA\Compagnon\Error\Invalid;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

#[CoversClass(RequestContract::class)]
#[CoversClass(Invalid::class)]
final class RequestContractTest extends TestCase {
	private const MOVE = ['tour' => 'alpha', 'step' => 'one', 'revision' => 1];
	private const SPACE = ['offers' => true, 'contact' => 'Camille'];

	/** @return iterable<string, array{string, array<array-key, mixed>}> */
	public static function good(): iterable {
		yield 'a whole request' => ['tour-move', self::MOVE];
		yield 'what belongs to the platform' => ['tour-move', self::MOVE + ['_route' => 'ocs.x', 'format' => 'json', 'requesttoken' => 'x']];
		yield 'an optional field left out' => ['tour-start', ['tour' => 'alpha']];
		yield 'an optional field' => ['tour-start', ['tour' => 'alpha', 'again' => true]];
		yield 'nothing needed, nothing given' => ['me-show', []];
		yield 'the longest contact' => ['admin-update', ['contact' => str_repeat('é', 500)] + self::SPACE];
		yield 'the longest id' => ['tour-show', ['tour' => str_repeat('a', 64)]];
		yield 'the first revision' => ['tour-pause', ['tour' => 'alpha', 'revision' => 0]];
	}

	/** @param array<array-key, mixed> $parameters */
	#[DataProvider('good')]
	public function testLetsThrough(string $operation, array $parameters): void {
		$this->expectNotToPerformAssertions();
		$this->contract()->check($operation, $parameters);
	}

	/** @return iterable<string, array{string, array<array-key, mixed>, string, string}> field and beginning of the sentence */
	public static function bad(): iterable {
		$unknown = 'There is no field';
		$missing = 'The field “{field}” is missing';
		yield 'unknown field' => ['tour-move', self::MOVE + ['colour' => 'red'], 'colour', $unknown];
		yield 'unknown field where none is known' => ['me-show', ['colour' => 'red'], 'colour', $unknown];
		yield 'a list instead of an object' => ['me-show', [1, 2], '0', $unknown];
		yield 'an unknown field with dots in its name' => ['me-show', ['a.b' => 1], 'a.b', $unknown];
		yield 'an unknown field without a name' => ['me-show', ['' => 1], '', $unknown];
		yield 'missing field' => ['tour-move', ['tour' => 'alpha', 'step' => 'one'], 'revision', $missing];
		yield 'missing flag' => ['me-update', [], 'quiet', $missing];
		yield 'a field name that is not UTF-8' => ['me-show', ["\xff" => '1'], '?', $unknown];
		yield 'too long an id' => ['tour-show', ['tour' => str_repeat('a', 65)], 'tour', 'The field “{field}” is too long'];
		yield 'too long a contact' => ['admin-update', ['contact' => str_repeat('é', 501)] + self::SPACE, 'contact', 'The field “{field}” is too long'];
	}

	/** @return iterable<string, array{string, array<array-key, mixed>, string, string}> */
	public static function misfits(): iterable {
		$kind = 'The field “{field}” has a value that does not fit';
		yield 'word for a number' => ['tour-move', ['revision' => 'zwei'] + self::MOVE, 'revision', $kind];
		yield 'digits as text for a number' => ['tour-move', ['revision' => '1'] + self::MOVE, 'revision', $kind];
		yield 'list for a number' => ['tour-move', ['revision' => [1]] + self::MOVE, 'revision', $kind];
		yield 'empty list for a number' => ['tour-move', ['revision' => []] + self::MOVE, 'revision', $kind];
		yield 'fraction' => ['tour-move', ['revision' => 1.5] + self::MOVE, 'revision', $kind];
		yield 'a whole number written as a fraction' => ['tour-move', ['revision' => 1.0] + self::MOVE, 'revision', $kind];
		yield 'a number beyond the machine' => ['tour-move', ['revision' => 1e20] + self::MOVE, 'revision', $kind];
		yield 'negative' => ['tour-move', ['revision' => -1] + self::MOVE, 'revision', $kind];
		yield 'null' => ['tour-move', ['step' => null] + self::MOVE, 'step', $kind];
		yield 'an object for text' => ['tour-move', ['step' => ['a' => ['b' => 1]]] + self::MOVE, 'step', $kind];
		yield 'text that is no id' => ['tour-move', ['step' => '<b>one</b>'] + self::MOVE, 'step', $kind];
		yield 'an id with a line break at its end' => ['tour-move', ['step' => "one\n"] + self::MOVE, 'step', $kind];
		yield 'text that is not UTF-8' => ['tour-move', ['step' => "\xff"] + self::MOVE, 'step', $kind];
		yield 'word for a flag' => ['me-update', ['quiet' => 'yes'], 'quiet', $kind];
		yield 'number for a flag' => ['me-update', ['quiet' => 1], 'quiet', $kind];
		yield 'too many days' => ['tour-snooze', ['tour' => 'alpha', 'days' => 61], 'days', $kind];
		yield 'no days' => ['tour-snooze', ['tour' => 'alpha', 'days' => 0], 'days', $kind];
	}

	/** @param array<array-key, mixed> $parameters */
	#[DataProvider('bad')]
	#[DataProvider('misfits')]
	public function testNamesTheField(string $operation, array $parameters, string $field, string $sentence): void {
		try {
			$this->contract()->check($operation, $parameters);
			self::fail('this does not fit the contract');
		} catch (Invalid $e) {
			self::assertSame($field, $e->field);
			self::assertStringStartsWith($sentence, $e->sentence);
		}
	}

	public function testVeryDeepInputIsRefusedNotAnError(): void {
		$deep = 1;
		for ($i = 0; $i < 600; $i++) {
			$deep = [$deep];
		}

		$this->expectException(Invalid::class);
		$this->contract()->check('tour-move', ['revision' => $deep] + self::MOVE);
	}

	public function testAnOperationThatIsNotInTheContractIsAMistakeOfOurs(): void {
		$this->expectException(\LogicException::class);
		$this->contract()->check('tour-fly', []);
	}

	private function contract(): RequestContract {
		return new RequestContract(new OpisSchemaValidator());
	}
}
