<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Transfer\Oauth;

use OCA\Compagnon\Http\Answer;
use OCA\Compagnon\Http\Unreachable;
use OCA\Compagnon\Http\UnreachableKind;
use OCA\Compagnon\Transfer\Fault\Fault;
use OCA\Compagnon\Transfer\Oauth\CompleteConnection;
use OCA\Compagnon\Transfer\Oauth\ConnectionState;
use OCA\Compagnon\Transfer\Oauth\ConsentRepository;
use OCA\Compagnon\Transfer\Oauth\DropboxOauth;
use OCA\Compagnon\Transfer\Oauth\GoogleOauth;
use OCA\Compagnon\Transfer\Oauth\Pkce;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

#[CoversClass(CompleteConnection::class)]
#[CoversClass(ConsentRepository::class)]
#[CoversClass(GoogleOauth::class)]
#[CoversClass(DropboxOauth::class)]
final class CompleteConnectionTest extends TestCase {
	private OauthWorld $world;

	#[\Override]
	protected function setUp(): void {
		$this->world = new OauthWorld();
	}

	public function testAPersonComesBackAndIsConnected(): void {
		$begun = $this->world->begin();
		$this->world->answers = [OauthWorld::tokens(), OauthWorld::googleUser()];

		$id = $this->world->complete($begun['state']);

		$connection = $this->world->list('lou')[0];
		self::assertSame([$id, 'google', ConnectionState::Ready, 'lou@jardin.example', '0815'], [$connection->id, $connection->source, $connection->state, $connection->label, $connection->account]);
		$form = $this->world->form(0);
		self::assertSame('https://oauth2.googleapis.com/token', $this->world->http->asked[0]->url);
		self::assertSame(['authorization_code', 'code-1', 'https://space.example/apps/compagnon/transfer/callback', 'google-client', OauthWorld::SECRET], [$form['grant_type'], $form['code'], $form['redirect_uri'], $form['client_id'], $form['client_secret']]);
		self::assertIsString($form['code_verifier']);
		self::assertSame($begun['code_challenge'], Pkce::challenge($form['code_verifier']));
		self::assertSame('Bearer access-1', $this->world->http->asked[1]->headers['authorization']);
	}

	public function testAStateIsGoodOnce(): void {
		$begun = $this->world->begin();
		$this->world->answers = [OauthWorld::tokens(), OauthWorld::googleUser()];
		$this->world->complete($begun['state']);

		self::assertSame('consent_unknown', $this->refusal(fn (): string => $this->world->complete($begun['state'])));
	}

	public function testAnotherPersonsStateIsWorthNothing(): void {
		$begun = $this->world->begin('lou');

		self::assertSame('consent_unknown', $this->refusal(fn (): string => $this->world->complete($begun['state'], 'sasha')));
		self::assertSame([], $this->world->http->asked);
	}

	public function testAStateThatNobodyGaveOutIsRefused(): void {
		$this->world->begin();

		self::assertSame('consent_unknown', $this->refusal(fn (): string => $this->world->complete('made-up')));
		self::assertSame('consent_unknown', $this->refusal(fn (): string => $this->world->complete('')));
	}

	public function testTenMinutesAreEnough(): void {
		$begun = $this->world->begin();
		$this->world->clock->advance(601);

		self::assertSame('consent_expired', $this->refusal(fn (): string => $this->world->complete($begun['state'])));
	}

	public function testWhoSaysNoIsUnderstood(): void {
		$begun = $this->world->begin();

		self::assertSame('consent_denied', $this->refusal(fn (): string => $this->world->complete($begun['state'], code: '', error: 'access_denied')));
		self::assertSame([], $this->world->http->asked);
	}

	public function testAnyOtherErrorOfTheProviderIsOne(): void {
		$begun = $this->world->begin();

		self::assertSame('consent_failed', $this->refusal(fn (): string => $this->world->complete($begun['state'], code: '', error: 'server_error')));
	}

	public function testHalfOfTheRightsAreNotEnoughAndAreGivenBack(): void {
		$begun = $this->world->begin();
		$this->world->answers = [OauthWorld::tokens(['scope' => 'openid email']), new Answer(200, [], '')];

		self::assertSame('scopes_missing', $this->refusal(fn (): string => $this->world->complete($begun['state'])));
		self::assertSame('https://oauth2.googleapis.com/revoke', $this->world->http->asked[1]->url);
		self::assertSame([], $this->world->list('lou'));
	}

	public function testDropboxWithoutTheRightToSeeMembersIsEnough(): void {
		$begun = $this->world->begin('lou', 'dropbox');
		$this->world->answers = [
			OauthWorld::tokens(['scope' => 'account_info.read files.content.read files.metadata.read', 'expires_in' => 14400]),
			OauthWorld::json(['account_id' => 'dbid:1', 'email' => 'lou@jardin.example', 'root_info' => ['.tag' => 'user', 'root_namespace_id' => '7', 'home_namespace_id' => '7']]),
		];

		$this->world->complete($begun['state']);

		$held = $this->world->connections()->ofAccount('lou', 'dropbox', 'dbid:1');
		self::assertSame([], $held?->grant->account->extra);
		self::assertSame('null', $this->world->http->asked[1]->body);
	}

	public function testTheRootOfATeamIsRemembered(): void {
		$begun = $this->world->begin('lou', 'dropbox');
		$this->world->answers = [
			OauthWorld::tokens(['scope' => 'account_info.read files.content.read files.metadata.read sharing.read']),
			OauthWorld::json(['account_id' => 'dbid:1', 'email' => 'lou@jardin.example', 'root_info' => ['.tag' => 'team', 'root_namespace_id' => '99', 'home_namespace_id' => '7']]),
		];

		$this->world->complete($begun['state']);

		self::assertSame(['root' => '99'], $this->world->connections()->ofAccount('lou', 'dropbox', 'dbid:1')?->grant->account->extra);
	}

	public function testWithoutARefreshTokenAConnectionWouldNotLast(): void {
		$begun = $this->world->begin();
		$this->world->answers = [OauthWorld::tokens(['refresh_token' => null]), new Answer(200, [], '')];

		self::assertSame('refresh_missing', $this->refusal(fn (): string => $this->world->complete($begun['state'])));
	}

	/** @return iterable<string, array{Answer|Unreachable, string}> */
	public static function exchanges(): iterable {
		yield 'a code that was used already' => [OauthWorld::json(['error' => 'invalid_grant'], 400), 'consent_expired'];
		yield 'a wrong secret' => [OauthWorld::json(['error' => 'invalid_client'], 401), 'client_refused'];
		yield 'too many' => [new Answer(429, ['retry-after' => '7'], ''), 'rate_limited'];
		yield 'trouble' => [new Answer(503, [], ''), 'provider_trouble'];
		yield 'something else' => [OauthWorld::json(['error' => 'redirect_uri_mismatch'], 400), 'provider_refused'];
		yield 'no token in it' => [OauthWorld::json(['token_type' => 'Bearer']), 'provider_trouble'];
		yield 'no answer' => [new Unreachable(UnreachableKind::NoConnection, 'no'), 'unreachable_no_connection'];
	}

	#[DataProvider('exchanges')]
	public function testACodeThatCannotBeExchangedSaysWhy(Answer|Unreachable $answer, string $reason): void {
		$begun = $this->world->begin();
		$this->world->answers = [$answer];

		self::assertSame($reason, $this->refusal(fn (): string => $this->world->complete($begun['state'])));
		self::assertSame([], $this->world->list('lou'));
	}

	/** @return iterable<string, array{Answer|Unreachable, string}> */
	public static function accounts(): iterable {
		yield 'Drive is not enabled' => [OauthWorld::json(['error' => ['code' => 403, 'errors' => [['reason' => 'accessNotConfigured']]]], 403), 'api_not_enabled'];
		yield 'nothing in it' => [OauthWorld::json([]), 'account_unreadable'];
		yield 'refused' => [new Answer(403, [], ''), 'account_unreadable'];
		yield 'no answer' => [new Unreachable(UnreachableKind::Stalled, 'no'), 'unreachable_stalled'];
	}

	#[DataProvider('accounts')]
	public function testAnAccountThatCannotBeReadSaysWhy(Answer|Unreachable $answer, string $reason): void {
		$begun = $this->world->begin();
		$this->world->answers = [OauthWorld::tokens(), $answer];

		self::assertSame($reason, $this->refusal(fn (): string => $this->world->complete($begun['state'])));
		self::assertSame([], $this->world->list('lou'));
	}

	public function testTwoAccountsOfOneProviderAreTwoConnections(): void {
		foreach ([['lou@jardin.example', '1'], ['tresor@jardin.example', '2']] as [$address, $id]) {
			$begun = $this->world->begin();
			$this->world->answers = [OauthWorld::tokens(), OauthWorld::googleUser($address, $id)];
			$this->world->complete($begun['state']);
		}

		self::assertSame(['lou@jardin.example', 'tresor@jardin.example'], array_map(static fn ($connection): string => $connection->label, $this->world->list('lou')));
	}

	public function testTheSameAccountAgainTakesThePlaceOfTheOldConnection(): void {
		$access = $this->world->connected('google', 3600, '0815');
		$begun = $this->world->begin();
		$this->world->answers = [OauthWorld::tokens(['access_token' => 'access-2']), OauthWorld::googleUser('new@jardin.example')];

		self::assertSame($access->connection, $this->world->complete($begun['state']));
		self::assertCount(1, $this->world->list('lou'));
		self::assertSame('new@jardin.example', $this->world->list('lou')[0]->label);
		self::assertSame('access-2', $this->world->held($access)->grant->tokens->access());
	}

	public function testAnotherPersonWithTheSameAccountHasTheirOwnConnection(): void {
		$this->world->connected('google', 3600, '0815');
		$begun = $this->world->begin('sasha');
		$this->world->answers = [OauthWorld::tokens(), OauthWorld::googleUser()];
		$this->world->complete($begun['state'], 'sasha');

		self::assertCount(1, $this->world->list('lou'));
		self::assertCount(1, $this->world->list('sasha'));
	}

	/** @param \Closure(): string $do */
	private function refusal(\Closure $do): string {
		try {
			return 'connected: ' . $do();
		} catch (Fault $e) {
			return $e->reason;
		}
	}
}
