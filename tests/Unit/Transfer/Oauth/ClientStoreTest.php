<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Transfer\Oauth;

use OCA\Compagnon\Tests\Fake\MemorySettings;
use OCA\Compagnon\Tests\Fake\PlainSecrets;
use OCA\Compagnon\Transfer\Oauth\ClientStore;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\TestCase;

#[CoversClass(ClientStore::class)]
final class ClientStoreTest extends TestCase {
	private MemorySettings $settings;
	private ClientStore $store;

	#[\Override]
	protected function setUp(): void {
		$this->settings = new MemorySettings();
		$this->store = new ClientStore($this->settings, new PlainSecrets());
	}

	public function testNothingIsSetAtFirst(): void {
		self::assertNull($this->store->get('google'));
		self::assertSame('', $this->store->id('google'));
		self::assertFalse($this->store->hasSecret('google'));
	}

	public function testEachSourceHasItsOwnAndTheSecretIsSealed(): void {
		$this->store->set('google', 'one', 'first secret');
		$this->store->set('dropbox', 'two', 'second secret');

		self::assertSame(['one', 'first secret'], [$this->store->get('google')?->id, $this->store->get('google')?->secret()]);
		self::assertSame(['two', 'second secret'], [$this->store->get('dropbox')?->id, $this->store->get('dropbox')?->secret()]);
		self::assertStringNotContainsString('first secret', print_r($this->settings, true));
	}

	public function testTheSecretStaysWhenOnlyTheIdIsSentAgain(): void {
		$this->store->set('google', 'one', 'first secret');
		$this->store->set('google', 'one', null);

		self::assertSame('first secret', $this->store->get('google')?->secret());
	}

	public function testASecretIsNotUsedForAnotherClient(): void {
		$this->store->set('google', 'one', 'first secret');
		$this->store->set('google', 'another', null);

		self::assertNull($this->store->get('google'));
		self::assertFalse($this->store->hasSecret('google'));
	}

	public function testAClientCanBeTakenAway(): void {
		$this->store->set('google', 'one', 'first secret');
		$this->store->set('google', '', '');

		self::assertNull($this->store->get('google'));
		self::assertFalse($this->store->hasSecret('google'));
	}

	public function testASecretThatWasSealedElsewhereIsNone(): void {
		$this->store->set('google', 'one', 'first secret');
		$this->settings->setLongText('transfer_client_secret_google', 'sealed:by:somebody:else');

		self::assertNull($this->store->get('google'));
	}
}
