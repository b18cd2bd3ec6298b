<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Contract;

use OCA\Compagnon\Port\Settings;
use PHPUnit\Framework\TestCase;

/** What every Settings has to do. */
abstract class SettingsContract extends TestCase {
	/** Empty. */
	abstract protected function settings(): Settings;

	public function testWhatIsNotSetIsTheDefault(): void {
		$settings = $this->settings();

		self::assertTrue($settings->flag('contract_flag', true));
		self::assertFalse($settings->flag('contract_flag', false));
		self::assertSame('default', $settings->text('contract_text', 'default'));
	}

	public function testWhatIsSetHoldsWhateverTheDefault(): void {
		$settings = $this->settings();
		$settings->setFlag('contract_flag', false);
		self::assertFalse($settings->flag('contract_flag', true));

		$settings->setFlag('contract_flag', true);
		self::assertTrue($settings->flag('contract_flag', false));
	}

	public function testTextIsKeptAsItIs(): void {
		$settings = $this->settings();
		foreach (['', '0', ' Camille ', "🌻 l’été\nle mardi <b>", str_repeat('é', 500)] as $text) {
			$settings->setText('contract_text', $text);
			self::assertSame($text, $settings->text('contract_text', 'default'));
		}
	}

	public function testALongTextIsKeptAsItIs(): void {
		$settings = $this->settings();
		self::assertSame('default', $settings->longText('contract_long', 'default'));
		foreach (['', str_repeat("🌻 l’été\n", 20_000), 'shorter'] as $text) {
			$settings->setLongText('contract_long', $text);
			self::assertSame($text, $settings->longText('contract_long', 'default'));
		}
	}

	public function testForgettingLeavesTheDefaults(): void {
		$settings = $this->settings();
		$settings->setFlag('contract_flag', false);
		$settings->setText('contract_text', 'set');
		$settings->setLongText('contract_long', 'set');
		$settings->forget();

		self::assertTrue($settings->flag('contract_flag', true));
		self::assertSame('default', $settings->text('contract_text', 'default'));
		self::assertSame('default', $settings->longText('contract_long', 'default'));
		$settings->forget();
		$settings->setText('contract_text', 'again');
		self::assertSame('again', $settings->text('contract_text', 'default'));
	}
}
