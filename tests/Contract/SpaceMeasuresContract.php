<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Contract;

use OCA\Compagnon\Port\SpaceMeasures;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** What every SpaceMeasures has to do. It counts from what is there, for the space of a test is not empty. */
abstract class SpaceMeasuresContract extends TestCase {
	/** Another one in each test. */
	protected string $person = '';

	#[\Override]
	protected function setUp(): void {
		$this->person = 'contract-' . bin2hex(random_bytes(4));
	}

	abstract protected function measures(): SpaceMeasures;

	/** A new account of that id, which nobody has come with. */
	abstract protected function account(string $id): void;

	/** The person comes to the space. */
	abstract protected function come(string $id): void;

	/** A new file of that size. */
	abstract protected function file(string $id, int $bytes): void;

	/** Shares the file with another member. */
	abstract protected function share(string $id): void;

	/** Makes a link to the file. */
	abstract protected function link(string $id): void;

	public function testANewAccountIsCountedUnlessItIsLeftOut(): void {
		$before = $this->measures()->accounts([]);
		$this->account($this->person);

		self::assertSame($before + 1, $this->measures()->accounts([]));
		self::assertSame($before, $this->measures()->accounts([$this->person]));
	}

	public function testSomebodyIsActiveOnceTheyCome(): void {
		$this->account($this->person);
		$before = $this->measures()->active(time() - 60, []);
		$this->come($this->person);

		self::assertSame($before + 1, $this->measures()->active(time() - 60, []));
		self::assertSame($before, $this->measures()->active(time() - 60, [$this->person]));
		self::assertSame(0, $this->measures()->active(time() + 3_600, []));
	}

	public function testAFileIsCountedWithItsBytes(): void {
		$this->account($this->person);
		$before = $this->numbers();
		$this->file($this->person, 1_234);

		self::assertSame(array_replace($before, ['files' => $before['files'] + 1, 'bytes' => $before['bytes'] + 1_234]), $this->numbers());
		self::assertSame($before, $this->numbers([$this->person]));
	}

	public function testCountingFilesEndsWhereItMay(): void {
		$this->account($this->person);
		$this->file($this->person, 1);
		$this->file($this->person, 1);

		self::assertSame(1, $this->measures()->files([], 1));
	}

	public function testASharedFileAndALinkAreDifferentThings(): void {
		$this->account($this->person);
		$this->file($this->person, 1);
		$before = $this->numbers();
		$this->share($this->person);
		self::assertSame(array_replace($before, ['shares' => $before['shares'] + 1]), $this->numbers());
		$this->link($this->person);
		self::assertSame(array_replace($before, ['shares' => $before['shares'] + 1, 'links' => $before['links'] + 1]), $this->numbers());
		self::assertSame([$before['shares'], $before['links']], [$this->measures()->shares([$this->person]), $this->measures()->links([$this->person])]);
	}

	/** @return iterable<string, array{string}> */
	public static function strangers(): iterable {
		yield 'unknown' => ['contract-nobody'];
		yield 'SQL' => ["x') OR ('1' = '1"];
		yield 'any' => ['%'];
		yield 'another letter' => ['🌻'];
	}

	#[DataProvider('strangers')]
	public function testWhoIsNotHereChangesNothing(string $stranger): void {
		self::assertSame($this->numbers(), $this->numbers([$stranger]));
		self::assertSame($this->measures()->accounts([]), $this->measures()->accounts([$stranger]));
		self::assertSame($this->measures()->active(0, []), $this->measures()->active(0, [$stranger]));
	}

	public function testOnlyAppsThatWereAskedAboutAreSaid(): void {
		self::assertSame([], $this->measures()->apps(['no_such_app']));
		self::assertSame([], $this->measures()->apps([]));
	}

	public function testASpaceDidNotBeginLater(): void {
		self::assertLessThanOrEqual(time(), $this->measures()->begun() ?? 0);
	}

	/**
	 * @param list<string> $without
	 * @return array<string, int>
	 */
	private function numbers(array $without = []): array {
		$measures = $this->measures();
		return [
			'files' => $measures->files($without, 1_000_000), 'bytes' => $measures->bytes($without), 'shares' => $measures->shares($without),
			'links' => $measures->links($without), 'groups' => $measures->groups($without), 'guests' => $measures->guests($without),
			'clients' => $measures->withClient(0, $without),
		];
	}
}
