<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Space;

use OCA\Compagnon\Error\Invalid;
use OCA\Compagnon\Space\PersonalSettings;
use OCA\Compagnon\Space\SpaceSettings;
use OCA\Compagnon\Tests\Fake\MemoryPreferences;
use OCA\Compagnon\Tests\Fake\MemorySettings;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\TestCase;

#[CoversClass(SpaceSettings::class)]
#[CoversClass(PersonalSettings::class)]
final class SettingsTest extends TestCase {
	public function testASpaceOffersToursUntilItSaysOtherwise(): void {
		$settings = new SpaceSettings(new MemorySettings());
		self::assertSame(['offers' => true, 'contact' => ''], $settings->toArray());

		$settings->change(false, " Camille\n");
		self::assertSame(['offers' => false, 'contact' => 'Camille'], $settings->toArray());
	}

	public function testTheContactIsCountedInCharacters(): void {
		$settings = new SpaceSettings(new MemorySettings());
		$longest = str_repeat('é', SpaceSettings::CONTACT_LENGTH);
		$settings->change(true, $longest . '   ');
		self::assertSame($longest, $settings->contact());

		try {
			$settings->change(false, $longest . 'é');
			self::fail('it is too long');
		} catch (Invalid $e) {
			self::assertSame(['contact', '500'], [$e->field, $e->values['limit']]);
		}
		self::assertTrue($settings->offers());
	}

	public function testQuietIsEverybodysOwn(): void {
		$settings = new PersonalSettings(new MemoryPreferences());
		$settings->setQuiet('nadia', true);

		self::assertSame(['quiet' => true], $settings->toArray('nadia'));
		self::assertFalse($settings->quiet('bruno'));
	}
}
