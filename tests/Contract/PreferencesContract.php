<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Contract;

use OCA\Compagnon\Port\Preferences;
use PHPUnit\Framework\TestCase;

/** What every Preferences has to do. */
abstract class PreferencesContract extends TestCase {
	/** Empty, with the people "contract-in" and "contract-out". */
	abstract protected function preferences(): Preferences;

	public function testAFlagIsOffUntilItIsSet(): void {
		$preferences = $this->preferences();
		self::assertFalse($preferences->flag('contract-in', 'quiet'));

		$preferences->setFlag('contract-in', 'quiet', true);
		self::assertTrue($preferences->flag('contract-in', 'quiet'));
		$preferences->setFlag('contract-in', 'quiet', true);
		self::assertTrue($preferences->flag('contract-in', 'quiet'));

		$preferences->setFlag('contract-in', 'quiet', false);
		self::assertFalse($preferences->flag('contract-in', 'quiet'));
	}

	public function testEachPersonAndEachFlagIsApart(): void {
		$preferences = $this->preferences();
		$preferences->setFlag('contract-in', 'quiet', true);

		self::assertFalse($preferences->flag('contract-out', 'quiet'));
		self::assertFalse($preferences->flag('contract-in', 'other'));
		self::assertFalse($preferences->flag('contract-nobody', 'quiet'));
	}

	public function testATextIsEmptyUntilItIsSet(): void {
		$preferences = $this->preferences();
		self::assertSame('', $preferences->text('contract-in', 'every'));

		$preferences->setText('contract-in', 'every', '6');
		$preferences->setText('contract-in', 'every', "12 🌻 l’été");
		self::assertSame("12 🌻 l’été", $preferences->text('contract-in', 'every'));
		self::assertSame('', $preferences->text('contract-out', 'every'));
		$preferences->forget('contract-in');
		self::assertSame('', $preferences->text('contract-in', 'every'));
	}

	public function testTheTextsOfAPersonAreTheirsAndNoFlags(): void {
		$preferences = $this->preferences();
		self::assertSame([], $preferences->texts('contract-in'));

		$preferences->setFlag('contract-in', 'quiet', true);
		$preferences->setText('contract-in', 'every', '1');
		$preferences->setText('contract-in', 'open', 'story/quest');
		$preferences->setText('contract-in', 'gone', 'soon');
		$preferences->setText('contract-in', 'gone', '');
		$preferences->setText('contract-out', 'other', '2');
		$texts = $preferences->texts('contract-in');
		ksort($texts);
		self::assertSame(['every' => '1', 'open' => 'story/quest'], $texts);
		self::assertSame([], $preferences->texts('contract-nobody'));
	}

	public function testEverybodyWithAFlagIsFound(): void {
		$preferences = $this->preferences();
		self::assertSame([], $preferences->everybodyWith('uncounted'));

		$preferences->setFlag('contract-in', 'uncounted', true);
		$preferences->setFlag('contract-out', 'uncounted', true);
		$preferences->setFlag('contract-out', 'quiet', true);
		$found = $preferences->everybodyWith('uncounted');
		sort($found);
		self::assertSame(['contract-in', 'contract-out'], $found);

		$preferences->setFlag('contract-in', 'uncounted', false);
		self::assertSame(['contract-out'], $preferences->everybodyWith('uncounted'));
	}

	public function testForgettingAPersonLeavesTheOthers(): void {
		$preferences = $this->preferences();
		foreach (['contract-in', 'contract-out'] as $person) {
			$preferences->setFlag($person, 'quiet', true);
			$preferences->setFlag($person, 'other', true);
		}
		$preferences->forget('contract-in');

		self::assertFalse($preferences->flag('contract-in', 'quiet'));
		self::assertFalse($preferences->flag('contract-in', 'other'));
		self::assertTrue($preferences->flag('contract-out', 'quiet'));
		$preferences->forget('contract-nobody');
		self::assertTrue($preferences->flag('contract-out', 'other'));
	}

	public function testForgettingEverybody(): void {
		$preferences = $this->preferences();
		$preferences->setFlag('contract-in', 'quiet', true);
		$preferences->setFlag('contract-out', 'quiet', true);
		$preferences->forget(null);

		self::assertFalse($preferences->flag('contract-in', 'quiet'));
		self::assertFalse($preferences->flag('contract-out', 'quiet'));
		$preferences->setFlag('contract-in', 'quiet', true);
		self::assertTrue($preferences->flag('contract-in', 'quiet'));
	}
}
