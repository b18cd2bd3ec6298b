<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Contract;

use OCA\Compagnon\Port\NameRules;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** What every NameRules has to do, in a space that forbids nothing beyond what every space does. */
abstract class NameRulesContract extends TestCase {
	abstract protected function rules(): NameRules;

	/** @return iterable<string, array{string}> */
	public static function allowed(): iterable {
		yield 'plain' => ['Budget 2026.ods'];
		yield 'accents, composed' => ['Été à l’œuvre.md'];
		yield 'emoji' => ['🌻 jardin.jpg'];
		yield 'what others forbid' => ['a:b?c*"<>|.txt'];
		yield 'of the old days' => ['con'];
		yield 'space at the end' => ['notes '];
		yield 'dot at the end' => ['etc.'];
		yield 'hidden' => ['.profile'];
		yield 'nearly too long' => [str_repeat('é', 125)];
		yield 'zero' => ['0'];
	}

	#[DataProvider('allowed')]
	public function testAllowedNamesStayAsTheyAre(string $name): void {
		self::assertTrue($this->rules()->allows($name));
		self::assertSame($name, $this->rules()->clean($name));
	}

	/** @return iterable<string, array{string}> */
	public static function forbidden(): iterable {
		yield 'nothing' => [''];
		yield 'blank' => ['   '];
		yield 'this folder' => ['.'];
		yield 'the folder above' => ['..'];
		yield 'slash' => ['a/b'];
		yield 'backslash' => ['a\\b'];
		yield 'line break' => ["a\nb"];
		yield 'null byte' => ["a\0b"];
		yield 'delete' => ["a\x7fb"];
		yield 'transfer under way' => ['film.part'];
		yield 'transfer under way, loud' => ['film.PART'];
		yield 'another one' => ['film.filepart'];
		yield 'for the web server' => ['.htaccess'];
		yield 'for the web server, loud' => ['.HTaccess'];
		yield 'not UTF-8' => ["caf\xe9.txt"];
		yield 'only breaks' => ["\n\n"];
	}

	#[DataProvider('forbidden')]
	public function testForbiddenNamesAreFoundAndCanBeCleaned(string $name): void {
		self::assertFalse($this->rules()->allows($name));

		$clean = $this->rules()->clean($name);
		self::assertTrue($this->rules()->allows($clean), json_encode($clean, JSON_INVALID_UTF8_SUBSTITUTE | JSON_THROW_ON_ERROR));
		self::assertSame($clean, $this->rules()->clean($clean));
	}

	public function testTooLongIsForbiddenAndLeftToThePlanner(): void {
		$rules = $this->rules();
		$name = str_repeat('é', intdiv($rules->maxBytes(), 2)) . 'xy';

		self::assertLessThanOrEqual(250, $rules->maxBytes());
		self::assertFalse($rules->allows($name));
		self::assertSame($name, $rules->clean($name));
		self::assertGreaterThanOrEqual(1_000, $rules->maxPath());
	}
}
