<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Http;

use OCA\Compagnon\Tests\Http\Support\HttpTestCase;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\DataProvider;

#[CoversNothing]
final class AdminApiTest extends HttpTestCase {
	#[\Override]
	protected function tearDown(): void {
		self::call(self::shared('admin'), 'admin-update', ['offers' => true, 'contact' => '']);
	}

	public function testSettingsAreKeptAndReachTheMembers(): void {
		$contact = "Camille, le mardi 🌻\n<script>alert(1)</script> & l’équipe";
		$answer = self::call(self::shared('admin'), 'admin-update', ['offers' => false, 'contact' => "  $contact "]);
		self::assertSame(['offers' => false, 'contact' => $contact], $answer->data());
		self::assertSame($answer->data(), self::call(self::shared('admin'), 'admin-show')->data());

		$tour = self::call(self::shared('member'), 'tour-show');
		self::assertSame($contact, $tour->data()['contact']);
		self::assertSame($contact, self::call(self::shared('member'), 'tour-index')->data()['contact']);
	}

	public function testSomebodyToWhomTheSettingsAreDelegatedMayChangeThem(): void {
		$delegate = self::shared('delegate');
		self::call($delegate, 'admin-update', ['offers' => false, 'contact' => 'Nadia']);

		self::assertSame(['offers' => false, 'contact' => 'Nadia'], self::call($delegate, 'admin-show')->data());
		self::assertSame([], self::call($delegate, 'admin-content')->data()['faults']);
	}

	public function testTheContentIsFine(): void {
		$content = self::call(self::shared('admin'), 'admin-content')->data();

		self::assertGreaterThan(0, $content['tours']);
		self::assertSame([], $content['faults']);
	}

	public function testTheContactHasALongestLength(): void {
		$admin = self::shared('admin');
		$longest = str_repeat('é', 500);
		self::assertSame($longest, self::call($admin, 'admin-update', ['offers' => true, 'contact' => $longest])->data()['contact']);

		$answer = self::call($admin, 'admin-update', ['offers' => false, 'contact' => $longest . 'é']);
		self::assertInvalid('contact', $answer);
		self::assertStringContainsString('500', (string)$answer->data()['message']);
		self::assertInvalid('contact', self::call($admin, 'admin-update', ['offers' => false, 'contact' => str_repeat('a', 200_000)]));
		self::assertSame(['offers' => true, 'contact' => $longest], self::call($admin, 'admin-show')->data());
	}

	/** @return iterable<string, array{array<string, mixed>, string}> */
	public static function badSettings(): iterable {
		yield 'missing contact' => [['offers' => true], 'contact'];
		yield 'missing offers' => [['contact' => ''], 'offers'];
		yield 'offers as a word' => [['offers' => 'no', 'contact' => ''], 'offers'];
		yield 'offers as a number' => [['offers' => 0, 'contact' => ''], 'offers'];
		yield 'contact as a list' => [['offers' => true, 'contact' => ['a']], 'contact'];
		yield 'contact as null' => [['offers' => true, 'contact' => null], 'contact'];
		yield 'unknown' => [['offers' => true, 'contact' => '', 'theme' => 'dark'], 'theme'];
	}

	/** @param array<string, mixed> $body */
	#[DataProvider('badSettings')]
	public function testBadInputNamesTheFieldAndChangesNothing(array $body, string $field): void {
		$admin = self::shared('admin');
		$before = self::call($admin, 'admin-show')->data();

		self::assertInvalid($field, self::call($admin, 'admin-update', $body));
		self::assertSame($before, self::call($admin, 'admin-show')->data());
	}

	/** @return iterable<string, array{string}> */
	public static function adminOperations(): iterable {
		foreach (self::operations() as $id => $operation) {
			if (str_starts_with($id, 'admin-')) {
				yield $id => $operation;
			}
		}
	}

	#[DataProvider('adminOperations')]
	public function testAMemberMayNot(string $operation): void {
		$answer = self::call(self::shared('member'), $operation);

		self::assertSame(403, $answer->status);
		self::assertArrayNotHasKey('contact', $answer->data());
	}
}
