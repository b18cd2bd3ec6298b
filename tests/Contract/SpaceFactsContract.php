<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Contract;

use OCA\Compagnon\Port\SpaceFacts;
use OCA\Compagnon\Tour\Fact;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** What every SpaceFacts has to do: deeds, states, and facts of what a host does not have. */
abstract class SpaceFactsContract extends TestCase {
	/** Facts about the whole space, whoever did it. */
	private const OF_THE_SPACE = [Fact::AccountCreated, Fact::SecondAdmin];

	/** With the people "contract-in" and "contract-out", of whom no state holds, and nobody else who looks after the space but one. */
	abstract protected function facts(): SpaceFacts;

	/** Whether this host has what the fact is about. */
	abstract protected static function isHere(Fact $fact): bool;

	/** Whether this one is taken where each needs a new account, rather than another day. */
	protected static function isDue(Fact $fact): bool {
		return true;
	}

	/** @return string somebody who has only just got an account and logged in for the first time, with all that this brings */
	abstract protected function newcomer(): string;

	/** The person does what the fact is about; for a state, makes it so. */
	abstract protected function make(string $userId, Fact $fact): void;

	/** Takes away what this person made last; for a state, makes it so no more. */
	abstract protected function undo(string $userId, Fact $fact): void;

	/** @return iterable<string, array{Fact}> */
	public static function here(): iterable {
		yield from self::named(static fn (Fact $fact): bool => static::isHere($fact));
	}

	/** @return iterable<string, array{Fact}> */
	public static function due(): iterable {
		yield from self::named(static fn (Fact $fact): bool => static::isHere($fact) && static::isDue($fact));
	}

	/** @return iterable<string, array{Fact}> */
	public static function deeds(): iterable {
		yield from self::named(static fn (Fact $fact): bool => static::isHere($fact) && !$fact->isState());
	}

	#[DataProvider('here')]
	public function testNothingNewHoldsNothing(Fact $fact): void {
		$facts = $this->facts();

		self::assertFalse($facts->holdsSince('contract-in', $fact, $facts->mark('contract-in', $fact)));
	}

	#[DataProvider('here')]
	public function testWhatComesAfterTheMarkHoldsAndGoesOnHolding(Fact $fact): void {
		$facts = $this->facts();
		$mark = $facts->mark('contract-in', $fact);
		$this->make('contract-in', $fact);
		self::assertTrue($facts->holdsSince('contract-in', $fact, $mark));

		$this->make('contract-in', $fact);
		self::assertTrue($facts->holdsSince('contract-in', $fact, $mark));
	}

	#[DataProvider('here')]
	public function testADeedThatWasDoneBeforeDoesNotCountButAStateDoes(Fact $fact): void {
		$facts = $this->facts();
		$this->make('contract-in', $fact);

		self::assertSame($fact->isState(), $facts->holdsSince('contract-in', $fact, $facts->mark('contract-in', $fact)));
	}

	#[DataProvider('here')]
	public function testWhatSomebodyElseDoesCountsOnlyWhereItIsAboutTheWholeSpace(Fact $fact): void {
		$facts = $this->facts();
		$mark = $facts->mark('contract-in', $fact);
		$this->make('contract-out', $fact);

		self::assertSame(in_array($fact, self::OF_THE_SPACE, true), $facts->holdsSince('contract-in', $fact, $mark));
	}

	#[DataProvider('here')]
	public function testWhatIsDoneMakesNoOtherFactHold(Fact $done): void {
		$facts = $this->facts();
		if (static::isHere(Fact::FileUploaded)) {
			$this->make('contract-in', Fact::FileUploaded);
		}
		$others = self::allBut(self::including($done));
		$marks = array_map(static fn (Fact $fact): string => $facts->mark('contract-in', $fact), $others);
		$this->make('contract-in', $done);

		self::assertSame([], array_filter($others, static fn (Fact $fact, int $i): bool => $facts->holdsSince('contract-in', $fact, $marks[$i]), ARRAY_FILTER_USE_BOTH));
	}

	#[DataProvider('here')]
	public function testAFactHoldsTogetherWithThoseThatIncludeIt(Fact $fact): void {
		$facts = $this->facts();
		$marks = array_map(static fn (Fact $wider): string => $facts->mark('contract-in', $wider), self::including($fact));
		$this->make('contract-in', $fact);

		foreach (self::including($fact) as $i => $wider) {
			self::assertTrue($facts->holdsSince('contract-in', $wider, $marks[$i]), $wider->value);
		}
		self::assertContains($fact, self::including($fact));
	}

	#[DataProvider('here')]
	public function testWhatIsMadeAfterSomethingWasTakenAwayCounts(Fact $fact): void {
		$facts = $this->facts();
		$this->make('contract-in', $fact);
		$mark = $facts->mark('contract-in', $fact);
		$this->undo('contract-in', $fact);
		self::assertFalse($facts->holdsSince('contract-in', $fact, $mark));

		$this->make('contract-in', $fact);
		self::assertTrue($facts->holdsSince('contract-in', $fact, $mark));
	}

	#[DataProvider('deeds')]
	public function testTakingAwayIsNothingNew(Fact $fact): void {
		$facts = $this->facts();
		$this->make('contract-in', $fact);
		$this->make('contract-in', $fact);
		$mark = $facts->mark('contract-in', $fact);
		$this->undo('contract-in', $fact);

		self::assertFalse($facts->holdsSince('contract-in', $fact, $mark));
	}

	/** Whether it shows afterwards, when nobody looked before. */
	protected static function leavesATrace(Fact $fact): bool {
		return true;
	}

	/** That somebody else has an account is so whoever comes. */
	public function testWhatComesWithANewAccountIsNothingThatWasEverDone(): void {
		$newcomer = $this->newcomer();
		$here = array_values(array_filter(Fact::cases(), static fn (Fact $fact): bool => static::isHere($fact)));

		self::assertSame(
			array_values(array_filter($here, static fn (Fact $fact): bool => $fact === Fact::AccountCreated)),
			array_values(array_filter($here, fn (Fact $fact): bool => $this->facts()->holds($newcomer, $fact))),
		);
	}

	#[DataProvider('due')]
	public function testWhatWasDoneOnceWasEverDoneWithoutAnyMark(Fact $fact): void {
		$newcomer = $this->newcomer();
		$this->make($newcomer, $fact);
		if (!static::leavesATrace($fact)) {
			self::assertFalse($this->facts()->holds($newcomer, $fact));
			return;
		}
		self::assertTrue($this->facts()->holds($newcomer, $fact));

		$this->make($newcomer, $fact);
		self::assertTrue($this->facts()->holds($newcomer, $fact));
	}

	#[DataProvider('due')]
	public function testWhatWasDoneAfterTheMarkWasEverDone(Fact $fact): void {
		$newcomer = $this->newcomer();
		$mark = $this->facts()->mark($newcomer, $fact);
		$this->make($newcomer, $fact);

		self::assertTrue($this->facts()->holdsSince($newcomer, $fact, $mark));
		self::assertTrue($this->facts()->holds($newcomer, $fact));
	}

	public function testWhatSomebodyElseEverDidCountsOnlyWhereItIsAboutTheWholeSpace(): void {
		$newcomer = $this->newcomer();
		foreach (Fact::cases() as $fact) {
			if (static::isHere($fact)) {
				$this->make('contract-out', $fact);
				self::assertSame(in_array($fact, self::OF_THE_SPACE, true), $this->facts()->holds($newcomer, $fact), $fact->value);
			}
		}
	}

	/** Whoever shares something, or brings it back, had it first; and that somebody else has an account is always so. */
	#[DataProvider('due')]
	public function testWhatElseWasEverDoneDoesNotCount(Fact $done): void {
		$newcomer = $this->newcomer();
		$this->make($newcomer, $done);
		$others = self::allBut([Fact::FileUploaded, Fact::AccountCreated, ...self::including($done)]);

		self::assertSame([], array_values(array_filter($others, fn (Fact $fact): bool => $this->facts()->holds($newcomer, $fact))));
	}

	public function testAStateThatIsOverHoldsNoMore(): void {
		$states = array_filter(Fact::cases(), static fn (Fact $fact): bool => static::isHere($fact) && $fact->isState());
		foreach ($states as $state) {
			$this->make('contract-in', $state);
			$this->undo('contract-in', $state);
		}

		self::assertSame([], array_filter($states, fn (Fact $state): bool => $this->facts()->holds('contract-in', $state)));
	}

	public function testWhatThisHostDoesNotHaveNeverHolds(): void {
		$facts = $this->facts();
		$holding = array_filter(Fact::cases(), static fn (Fact $fact): bool => !static::isHere($fact)
			&& ($facts->holdsSince('contract-in', $fact, $facts->mark('contract-in', $fact)) || $facts->holds('contract-in', $fact)));

		self::assertSame([], $holding);
	}

	public function testAMarkIsShort(): void {
		foreach (Fact::cases() as $fact) {
			$mark = $this->facts()->mark('contract-in', $fact);
			self::assertLessThanOrEqual(64, strlen($mark));
			self::assertNotSame('', $mark, $fact->value);
		}
	}

	public function testSomebodyUnknownHasNothing(): void {
		$facts = $this->facts();
		foreach (Fact::cases() as $fact) {
			self::assertFalse($facts->holdsSince('contract-nobody', $fact, $facts->mark('contract-nobody', $fact)), $fact->value);
			self::assertFalse($facts->holds('contract-nobody', $fact), $fact->value);
		}
	}

	/** @return list<Fact> those that hold whenever this one does, itself too */
	protected static function including(Fact $fact): array {
		return match ($fact) {
			// The contract makes its shares with a member.
			Fact::ShareCreated, Fact::MemberShareCreated => [Fact::ShareCreated, Fact::MemberShareCreated],
			Fact::LinkCreated => [Fact::ShareCreated, $fact],
			Fact::ProtectedLinkCreated => [Fact::ShareCreated, Fact::LinkCreated, $fact],
			Fact::ExpiringLinkCreated => [Fact::ShareCreated, Fact::LinkCreated, Fact::ProtectedLinkCreated, $fact],
			// The contract writes a new text and shares it with a member, who writes on.
			Fact::WrittenTogether => [Fact::FileUploaded, Fact::ShareCreated, Fact::MemberShareCreated, $fact],
			Fact::RecurringEventCreated => [Fact::EventCreated, $fact],
			// The contract writes in a new conversation.
			Fact::MessageSent => [Fact::ConversationCreated, $fact],
			// A group of contacts is only there with somebody in it.
			Fact::ContactGroupCreated => [Fact::ContactCreated, $fact],
			default => [$fact],
		};
	}

	/**
	 * @param list<Fact> $facts
	 * @return list<Fact> the others that this host has
	 */
	private static function allBut(array $facts): array {
		return array_values(array_filter(Fact::cases(), static fn (Fact $fact): bool => static::isHere($fact) && !in_array($fact, $facts, true)));
	}

	/**
	 * @param callable(Fact): bool $wanted
	 * @return iterable<string, array{Fact}>
	 */
	private static function named(callable $wanted): iterable {
		foreach (Fact::cases() as $fact) {
			if ($wanted($fact)) {
				yield $fact->value => [$fact];
			}
		}
	}
}
