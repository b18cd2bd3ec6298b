<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Contract;

use OCA\Compagnon\Error\Unavailable;
use OCA\Compagnon\Port\Database;
use PHPUnit\Framework\TestCase;

/** What every Database has to do. */
abstract class DatabaseContract extends TestCase {
	/** Without prefix; columns: id (text, primary key), flag (boolean), amount (bigint), words (text). All but id may be null. */
	protected const TABLE = 'compagnon_contract';

	protected Database $database;

	/** A database with the empty table of the contract. */
	abstract protected function database(): Database;

	/** The same database over a connection of its own: somebody else's request. */
	abstract protected function elsewhere(): Database;

	#[\Override]
	protected function setUp(): void {
		$this->database = $this->database();
	}

	public function testNoRowsAreAnEmptyList(): void {
		self::assertSame([], $this->rows());
	}

	public function testARowIsReadAsItWasWritten(): void {
		self::assertTrue($this->insert('a', true, 42, 'bonjour'));

		$row = $this->rows()[0];
		self::assertSame(['a', true, 42, 'bonjour'], [$row['id'], (bool)$row['flag'], (int)$row['amount'], $row['words']]);
	}

	public function testFalseIsNotNull(): void {
		$this->insert('a', false, 0, '');

		$row = $this->rows()[0];
		self::assertNotNull($row['flag']);
		self::assertFalse((bool)$row['flag']);
		self::assertSame(0, (int)$row['amount']);
		self::assertNotNull($row['amount']);
	}

	public function testAFlagCanBeAskedFor(): void {
		$this->insert('yes', true, 1, 'x');
		$this->insert('no', false, 1, 'x');

		self::assertSame(['yes'], $this->ids('flag = :flag', ['flag' => true]));
		self::assertSame(['no'], $this->ids('flag = :flag', ['flag' => false]));
	}

	public function testNullStaysNull(): void {
		$this->insert('a', null, null, null);
		$this->database->execute('UPDATE *PREFIX*compagnon_contract SET amount = :amount WHERE id = :id', ['amount' => 3, 'id' => 'a']);
		$this->database->execute('UPDATE *PREFIX*compagnon_contract SET amount = :amount WHERE id = :id', ['amount' => null, 'id' => 'a']);

		self::assertSame(['id' => 'a', 'flag' => null, 'amount' => null, 'words' => null], $this->rows()[0]);
	}

	public function testLargeNumbersAreExact(): void {
		$this->insert('large', null, PHP_INT_MAX, null);
		$this->insert('small', null, PHP_INT_MIN + 1, null);
		$this->insert('beyond doubles', null, 9_007_199_254_740_993, null);

		self::assertSame(
			[9_007_199_254_740_993, PHP_INT_MAX, PHP_INT_MIN + 1],
			array_map(static fn (array $row): int => (int)$row['amount'], $this->rows()),
		);
		self::assertSame(['large'], $this->ids('amount = :amount', ['amount' => PHP_INT_MAX]));
	}

	public function testSums(): void {
		foreach ([1, 20, 300] as $amount) {
			$this->insert("row $amount", null, $amount, null);
		}
		$this->insert('nothing', null, null, null);

		$row = $this->database->query('SELECT SUM(amount) AS total, COUNT(*) AS number FROM *PREFIX*compagnon_contract')[0];
		self::assertSame([321, 4], [(int)$row['total'], (int)$row['number']]);
		self::assertNull($this->database->query('SELECT SUM(amount) AS total FROM *PREFIX*compagnon_contract WHERE id = :id', ['id' => '?'])[0]['total']);
	}

	public function testEveryCharacterIsKept(): void {
		$words = "🌻 L’été à l’ÂŒuvre — 日本語 \u{0301} ' \" \\ % _ ; -- \n\t<b>";
		$this->insert('🌻', null, null, $words);

		self::assertSame($words, $this->rows()[0]['words']);
		self::assertSame(['🌻'], $this->ids('words = :words', ['words' => $words]));
	}

	public function testValuesAreBoundAndNeverRead(): void {
		$this->insert('a', null, null, 'kept');
		$attack = "' OR 1 = 1; DELETE FROM *PREFIX*compagnon_contract; --";

		self::assertSame([], $this->ids('words = :words', ['words' => $attack]));
		self::assertSame(0, $this->database->execute('DELETE FROM *PREFIX*compagnon_contract WHERE words = :words', ['words' => $attack]));
		$this->insert('b', null, null, $attack . ' :words *PREFIX*');
		self::assertSame($attack . ' :words *PREFIX*', $this->rows()[1]['words']);
		self::assertCount(2, $this->rows());
	}

	public function testOneValueMayBeUsedTwice(): void {
		$this->insert('a', null, 1, 'a');

		self::assertSame(['a'], $this->ids('id = :same AND words = :same', ['same' => 'a']));
	}

	public function testAChangeCountsTheRowsThatMatchEvenWhenNothingIsNew(): void {
		$this->insert('a', null, 1, null);
		$this->insert('b', null, 1, null);

		self::assertSame(2, $this->database->execute('UPDATE *PREFIX*compagnon_contract SET amount = :amount', ['amount' => 1]));
		self::assertSame(0, $this->database->execute('UPDATE *PREFIX*compagnon_contract SET amount = 2 WHERE id = :id', ['id' => 'c']));
		self::assertSame(1, $this->database->execute('DELETE FROM *PREFIX*compagnon_contract WHERE id = :id', ['id' => 'a']));
	}

	public function testADuplicateIsIgnoredAndSaid(): void {
		self::assertTrue($this->insert('a', null, 1, 'first'));
		self::assertFalse($this->insert('a', null, 2, 'second'));

		self::assertSame('first', $this->rows()[0]['words']);
		self::assertCount(1, $this->rows());
	}

	public function testADuplicateInsideATransactionDoesNotEndIt(): void {
		$this->insert('a', null, 1, 'first');

		$answers = $this->database->transactional(fn (): array => [
			$this->insert('b', null, 1, 'before'),
			$this->insert('a', null, 2, 'second'),
			$this->insert('c', null, 1, 'after'),
			$this->database->execute('UPDATE *PREFIX*compagnon_contract SET amount = 9 WHERE id = :id', ['id' => 'b']),
		]);

		self::assertSame([true, false, true, 1], $answers);
		self::assertSame(['a' => 1, 'b' => 9, 'c' => 1], array_map('intval', array_column($this->rows(), 'amount', 'id')));
	}

	public function testATransactionGivesBackWhatWasDoneInIt(): void {
		self::assertSame('result', $this->database->transactional(static fn (): string => 'result'));
	}

	public function testATransactionThatFailsChangesNothingAndThrowsTheSame(): void {
		$this->insert('a', null, 1, null);
		$failure = new \DomainException('no');
		try {
			$this->database->transactional(function () use ($failure): never {
				$this->insert('b', null, 1, null);
				$this->database->execute('UPDATE *PREFIX*compagnon_contract SET amount = 2');
				throw $failure;
			});
		} catch (\DomainException $e) {
			self::assertSame($failure, $e);
		}

		self::assertSame(['a' => 1], array_map('intval', array_column($this->rows(), 'amount', 'id')));
		self::assertTrue($this->insert('c', null, 1, null));
	}

	public function testAnInnerTransactionJoinsTheOuterOne(): void {
		try {
			$this->database->transactional(function (): never {
				$this->database->transactional(fn (): bool => $this->insert('inner', null, 1, null));
				self::assertSame(['inner'], $this->ids('1 = 1'));
				throw new \DomainException('the outer one fails');
			});
		} catch (\DomainException) {
			self::assertSame([], $this->rows());
		}
	}

	public function testNobodyElseSeesWhatIsNotDoneYet(): void {
		$elsewhere = $this->elsewhere();
		$this->database->transactional(fn (): bool => $this->insert('a', null, 1, null));
		self::assertCount(1, $elsewhere->query('SELECT id FROM *PREFIX*compagnon_contract'));

		try {
			$this->database->transactional(function (): never {
				$this->insert('b', null, 1, null);
				throw new \DomainException('given up');
			});
		} catch (\DomainException) {
			self::assertCount(1, $elsewhere->query('SELECT id FROM *PREFIX*compagnon_contract'));
		}
	}

	public function testOfTwoWritersOneWins(): void {
		$elsewhere = $this->elsewhere();
		$this->insert('a', null, 1, null);
		$swap = 'UPDATE *PREFIX*compagnon_contract SET amount = :new WHERE id = :id AND amount = :known';

		self::assertSame(1, $elsewhere->execute($swap, ['new' => 2, 'id' => 'a', 'known' => 1]));
		self::assertSame(0, $this->database->execute($swap, ['new' => 3, 'id' => 'a', 'known' => 1]));
		self::assertSame(2, (int)$this->rows()[0]['amount']);
		self::assertFalse($elsewhere->insertIgnore(self::TABLE, ['id' => 'a', 'amount' => 5]));
		self::assertTrue($elsewhere->insertIgnore(self::TABLE, ['id' => 'b', 'amount' => 5]));
		self::assertFalse($this->insert('b', null, 6, null));
	}

	public function testATableThatIsNotThereIsUnavailable(): void {
		foreach ([
			fn () => $this->database->query('SELECT * FROM *PREFIX*compagnon_nothing'),
			fn () => $this->database->execute('DELETE FROM *PREFIX*compagnon_nothing'),
			fn () => $this->database->insertIgnore('compagnon_nothing', ['id' => 'a']),
		] as $act) {
			try {
				$act();
				self::fail('there is no such table');
			} catch (Unavailable $e) {
				self::assertNotNull($e->getPrevious());
				self::assertStringNotContainsString('compagnon_nothing', $e->sentence);
			}
		}
	}

	public function testAfterAFailureInATransactionTheDatabaseWorksOn(): void {
		try {
			$this->database->transactional(function (): void {
				$this->insert('a', null, 1, null);
				$this->database->query('SELECT * FROM *PREFIX*compagnon_nothing');
			});
			self::fail('there is no such table');
		} catch (Unavailable) {
			self::assertSame([], $this->rows());
		}
		self::assertTrue($this->database->transactional(fn (): bool => $this->insert('b', null, 1, null)));
		self::assertCount(1, $this->rows());
	}

	protected function insert(string $id, ?bool $flag, ?int $amount, ?string $words): bool {
		return $this->database->insertIgnore(self::TABLE, ['id' => $id, 'flag' => $flag, 'amount' => $amount, 'words' => $words]);
	}

	/** @return list<array<string, string|int|float|bool|null>> */
	protected function rows(): array {
		return $this->database->query('SELECT id, flag, amount, words FROM *PREFIX*compagnon_contract ORDER BY id');
	}

	/**
	 * @param array<string, string|int|bool|null> $values
	 * @return list<string>
	 */
	private function ids(string $where, array $values = []): array {
		$rows = $this->database->query("SELECT id FROM *PREFIX*compagnon_contract WHERE $where ORDER BY id", $values);
		return array_map(static fn (array $row): string => (string)$row['id'], $rows);
	}
}
