<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Transfer\Oauth;

use OCA\Compagnon\Error\NotFound;
use OCA\Compagnon\Error\Refused;
use OCA\Compagnon\Transfer\Oauth\BeginConnection;
use OCA\Compagnon\Transfer\Oauth\DropboxOauth;
use OCA\Compagnon\Transfer\Oauth\GoogleOauth;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\TestCase;

#[CoversClass(BeginConnection::class)]
#[CoversClass(GoogleOauth::class)]
#[CoversClass(DropboxOauth::class)]
final class BeginConnectionTest extends TestCase {
	private OauthWorld $world;

	#[\Override]
	protected function setUp(): void {
		$this->world = new OauthWorld();
	}

	public function testThePersonIsSentToGoogleWithAllItNeeds(): void {
		$url = $this->world->beginning()->begin('lou', 'google');
		parse_str((string)parse_url($url, PHP_URL_QUERY), $parameters);

		self::assertStringStartsWith('https://accounts.google.com/o/oauth2/v2/auth?', $url);
		self::assertSame('code', $parameters['response_type']);
		self::assertSame('google-client', $parameters['client_id']);
		self::assertSame('https://space.example/apps/compagnon/transfer/callback', $parameters['redirect_uri']);
		self::assertSame('https://www.googleapis.com/auth/drive.readonly', $parameters['scope']);
		self::assertSame('S256', $parameters['code_challenge_method']);
		self::assertSame(['offline', 'consent', 'true'], [$parameters['access_type'], $parameters['prompt'], $parameters['include_granted_scopes']]);
		self::assertNotSame($parameters['state'], $parameters['code_challenge']);
	}

	public function testThePersonIsSentToDropboxWithAllItNeeds(): void {
		$parameters = $this->world->begin('lou', 'dropbox');

		self::assertSame('account_info.read files.metadata.read files.content.read sharing.read', $parameters['scope']);
		self::assertSame('offline', $parameters['token_access_type']);
		self::assertSame('dropbox-client', $parameters['client_id']);
	}

	public function testStateAndProofAreOthersEachTime(): void {
		[$first, $second] = [$this->world->begin(), $this->world->begin()];

		self::assertNotSame($first['state'], $second['state']);
		self::assertNotSame($first['code_challenge'], $second['code_challenge']);
	}

	public function testAStandInTakesThePlaceOfTheProvider(): void {
		$this->world->endpoints->urls = ['accounts.google.com' => 'http://127.0.0.1:9999'];

		self::assertStringStartsWith('http://127.0.0.1:9999/o/oauth2/v2/auth?', $this->world->beginning()->begin('lou', 'google'));
	}

	public function testWhatIsUnderWayIsSealedAndIsNoConnection(): void {
		$parameters = $this->world->begin();

		self::assertSame([], $this->world->list('lou'));
		self::assertStringNotContainsString($parameters['state'], json_encode($this->world->database->query('SELECT * FROM *PREFIX*compagnon_transfer_account'), JSON_THROW_ON_ERROR));
	}

	public function testConsentsThatNobodyCameBackFromAreClearedAway(): void {
		$this->world->begin();
		$this->world->clock->advance(601);
		$this->world->begin();

		self::assertCount(1, $this->world->database->query('SELECT id FROM *PREFIX*compagnon_transfer_account'));
	}

	public function testAServiceThatIsNotSetUpSaysSo(): void {
		$this->world->clients()->set('dropbox', '', '');
		$this->expectException(Refused::class);
		$this->expectExceptionMessage('The service {service} is not set up here yet.');
		$this->world->begin('lou', 'dropbox');
	}

	public function testAServiceThatDoesNotExistIsNotFound(): void {
		$this->expectException(NotFound::class);
		$this->world->begin('lou', 'takeout');
	}
}
