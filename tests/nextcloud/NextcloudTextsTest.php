<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Nextcloud;

use OC\L10N\Factory;
use OCA\Compagnon\Nextcloud\TranslatedTexts;
use OCA\Compagnon\Port\Texts;
use OCA\Compagnon\Tests\Contract\TextsContract;
use OCP\App\IAppManager;
use OCP\ICacheFactory;
use OCP\IConfig;
use OCP\IRequest;
use OCP\IUserManager;
use OCP\IUserSession;
use OCP\L10N\IFactory;
use OCP\Server;
use PHPUnit\Framework\Attributes\CoversClass;

#[CoversClass(TranslatedTexts::class)]
final class NextcloudTextsTest extends TextsContract {
	#[\Override]
	protected function tearDown(): void {
		Server::get(IUserSession::class)->setUser(null);
	}

	public function testTheAppIsGivenThisAdapter(): void {
		self::assertInstanceOf(TranslatedTexts::class, Support::adapter(Texts::class));
	}

	public function testWhoeverSpeaksAnotherLanguageGetsTheOneOfTheSpace(): void {
		$space = Server::get(IConfig::class)->getSystemValueString('default_language', 'en');
		self::assertSame(substr($space, 0, 2), $this->texts('de_DE')->language());
	}

	#[\Override]
	protected function texts(string $language, array $others = []): Texts {
		foreach ($others as $id => $theirs) {
			Server::get(IConfig::class)->setUserValue(Support::person($id)->getUID(), 'core', 'lang', $theirs);
		}
		$person = Support::person('contract-in');
		Server::get(IUserSession::class)->setUser($person);
		Server::get(IConfig::class)->setUserValue($person->getUID(), 'core', 'lang', $language);
		return new TranslatedTexts($this->factory(), Server::get(IUserManager::class));
	}

	/** One of its own, since the server's keeps the language that it found first. */
	private function factory(): IFactory {
		return new Factory(
			Server::get(IConfig::class),
			Server::get(IRequest::class),
			Server::get(IUserSession::class),
			Server::get(ICacheFactory::class),
			Support::root(),
			Server::get(IAppManager::class),
		);
	}
}
