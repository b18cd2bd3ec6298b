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
use OCA\Compagnon\Transfer\Fault\FaultKind;
use OCA\Compagnon\Transfer\Oauth\AccessTokens;
use OCA\Compagnon\Transfer\Oauth\Connection;
use OCA\Compagnon\Transfer\Oauth\ConnectionRepository;
use OCA\Compagnon\Transfer\Oauth\ConnectionState;
use OCA\Compagnon\Transfer\Oauth\Grant;
use OCA\Compagnon\Transfer\Oauth\Held;
use OCA\Compagnon\Transfer\Oauth\Token;
use OCA\Compagnon\Transfer\Oauth\TokenEndpoint;
use OCA\Compagnon\Transfer\Source\Access;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\TestCase;

#[CoversClass(AccessTokens::class)]
#[CoversClass(ConnectionRepository::class)]
#[CoversClass(TokenEndpoint::class)]
#[CoversClass(Grant::class)]
#[CoversClass(Held::class)]
#[CoversClass(Token::class)]
final class AccessTokensTest extends TestCase {
	private OauthWorld $world;

	#[\Override]
	protected function setUp(): void {
		$this->world = new OauthWorld();
	}

	public function testATokenThatLastsIsGivenWithoutAskingAnybody(): void {
		$access = $this->world->connected('google', 120);

		self::assertSame('Bearer access-1', $this->world->accessTokens()->of($access)->bearer());
		self::assertSame([], $this->world->http->asked);
	}

	public function testTwoMinutesBeforeItsEndItIsReplaced(): void {
		$access = $this->world->connected('google', 119);
		$this->world->answers = [OauthWorld::tokens(['access_token' => 'access-2', 'refresh_token' => null])];

		self::assertSame('Bearer access-2', $this->world->accessTokens()->of($access)->bearer());
		self::assertSame(['refresh_token', 'refresh-1'], [$this->world->form(0)['grant_type'], $this->world->form(0)['refresh_token']]);
		self::assertSame('refresh-1', $this->world->held($access)->grant->tokens->refresh());
		self::assertSame(0, $this->world->held($access)->revision % 2);
	}

	public function testARotatedRefreshTokenIsStoredBeforeTheTokenIsUsed(): void {
		$access = $this->world->connected('google', 10);
		$this->world->answers = [OauthWorld::tokens(['access_token' => 'access-2', 'refresh_token' => 'refresh-2', 'expires_in' => 60]), OauthWorld::tokens(['access_token' => 'access-3', 'refresh_token' => 'refresh-3'])];

		// Short as it lasts, it is used: asking again and again would help nobody.
		self::assertSame('Bearer access-2', $this->world->accessTokens()->of($access)->bearer());
		self::assertSame('refresh-2', $this->world->held($access)->grant->tokens->refresh());
		self::assertSame('Bearer access-3', $this->world->accessTokens()->of($access)->bearer());
		self::assertSame('refresh-2', $this->world->form(1)['refresh_token']);
		self::assertSame('refresh-3', $this->world->held($access)->grant->tokens->refresh());
	}

	public function testWhoConnectedTheAccountAgainMeanwhileWins(): void {
		$access = $this->world->connected('google', 10);
		$this->world->http->script = function () use ($access): Answer {
			$this->settleElsewhere($access, 'access-elsewhere');
			return OauthWorld::tokens(['access_token' => 'too-late']);
		};

		self::assertSame('Bearer access-elsewhere', $this->world->accessTokens()->of($access)->bearer());
	}

	public function testARefusedTokenIsReplacedOnce(): void {
		$access = $this->world->connected();
		$this->world->clock->advance(600);
		$tokens = $this->world->accessTokens();
		$tokens->of($access);
		$this->world->answers = [OauthWorld::tokens(['access_token' => 'access-2'])];

		// Eight requests were under way with the old one.
		for ($i = 0; $i < 8; $i++) {
			$tokens->refused();
			self::assertSame('Bearer access-2', $tokens->of($access)->bearer());
		}
		self::assertCount(1, $this->world->http->asked);
	}

	public function testATokenThatIsRefusedAgainAndAgainEndsInAQuestionToThePerson(): void {
		$access = $this->world->connected();
		$tokens = $this->world->accessTokens();
		$tokens->of($access);
		for ($i = 0; $i < 41; $i++) {
			$tokens->refused();
		}

		self::assertSame([FaultKind::Reconnect, 'token_refused'], $this->fault(fn (): Token => $tokens->of($access)));
	}

	public function testAnotherProcessThatWasFasterIsBelieved(): void {
		$access = $this->world->connected();
		$this->world->clock->advance(600);
		$tokens = $this->world->accessTokens();
		$tokens->of($access);
		$this->settleElsewhere($access, 'access-elsewhere');
		$tokens->refused();

		self::assertSame('Bearer access-elsewhere', $tokens->of($access)->bearer());
		self::assertSame([], $this->world->http->asked);
	}

	public function testOneAsksAndTheOthersWait(): void {
		$access = $this->world->connected('google', 10);
		$this->world->answers = [OauthWorld::tokens(['access_token' => 'access-2'])];
		// Just before this one claims the account, another does, and is back a moment later.
		$this->world->database->meanwhile = function () use ($access): void {
			$this->world->accessTokens()->of($access);
		};

		self::assertSame('Bearer access-2', $this->world->accessTokens()->of($access)->bearer());
		self::assertCount(1, $this->world->http->asked);
	}

	public function testWhoIsAskingIsWaitedFor(): void {
		$access = $this->world->connected('google', 10);
		$held = $this->world->held($access);
		self::assertTrue($this->world->connections()->claim($held, $this->world->clock->now()));
		$this->world->answers = [OauthWorld::tokens(['access_token' => 'access-2'])];

		self::assertTrue($this->world->held($access)->isBeingRefreshed($this->world->clock->now()));
		self::assertFalse($this->world->connections()->claim($held, $this->world->clock->now()));
		// Whoever claimed it was killed.
		$this->world->clock->advance(91);
		self::assertSame('Bearer access-2', $this->world->accessTokens()->of($access)->bearer());
		// A ghost that comes back all the same changes nothing.
		self::assertFalse($this->world->connections()->settle((string)$access->connection, $held->claimed(), ConnectionState::Ready, $held->grant, $this->world->clock->now()));
	}

	public function testAConsentThatWasTakenBackLosesTheConnectionAndItsTokens(): void {
		$access = $this->world->connected('google', 10);
		$this->world->answers = [OauthWorld::json(['error' => 'invalid_grant', 'error_description' => 'Token has been expired or revoked.'], 400)];

		self::assertSame([FaultKind::Reconnect, 'reconnect'], $this->fault(fn (): Token => $this->world->accessTokens()->of($access)));
		$held = $this->world->held($access);
		self::assertSame([ConnectionState::Lost, '', null, 'account-1'], [$held->connection->state, $held->grant->tokens->access(), $held->grant->tokens->refresh(), $held->connection->account]);
		self::assertSame([FaultKind::Reconnect, 'reconnect'], $this->fault(fn (): Token => $this->world->accessTokens()->of($access)));
		self::assertCount(1, $this->world->http->asked);
	}

	public function testTroubleOnTheWayLeavesEverythingAsItIs(): void {
		$access = $this->world->connected('google', 10);
		$this->world->answers = [new Unreachable(UnreachableKind::NoConnection, 'no'), new Answer(429, ['retry-after' => '12'], ''), OauthWorld::json(['error' => 'invalid_client'], 401)];

		self::assertSame([FaultKind::Again, 'unreachable_no_connection'], $this->fault(fn (): Token => $this->world->accessTokens()->of($access)));
		self::assertSame([FaultKind::Throttled, 'rate_limited'], $this->fault(fn (): Token => $this->world->accessTokens()->of($access)));
		self::assertSame([FaultKind::Reconnect, 'client_refused'], $this->fault(fn (): Token => $this->world->accessTokens()->of($access)));
		$held = $this->world->held($access);
		self::assertSame([ConnectionState::Ready, 'refresh-1', 0], [$held->connection->state, $held->grant->tokens->refresh(), $held->revision % 2]);
	}

	public function testWithoutAClientNothingCanBeRenewed(): void {
		$access = $this->world->connected('google', 10);
		$this->world->clients()->set('google', '', '');

		self::assertSame([FaultKind::Reconnect, 'client_missing'], $this->fault(fn (): Token => $this->world->accessTokens()->of($access)));
	}

	public function testNobodyReadsAnotherPersonsAccount(): void {
		$access = $this->world->connected();

		self::assertSame([FaultKind::Reconnect, 'not_connected'], $this->fault(fn (): Token => $this->world->accessTokens()->of(new Access('sasha', $access->connection))));
		self::assertSame([FaultKind::Reconnect, 'not_connected'], $this->fault(fn (): Token => $this->world->accessTokens()->of(new Access('lou'))));
	}

	public function testARowThatWasSealedElsewhereIsALostConnection(): void {
		$access = $this->world->connected();
		$this->world->database->execute("UPDATE *PREFIX*compagnon_transfer_account SET sealed = 'sealed:by:somebody:else'");

		self::assertSame([ConnectionState::Lost], array_map(static fn (Connection $connection): ConnectionState => $connection->state, $this->world->list('lou')));
		self::assertSame([FaultKind::Reconnect, 'reconnect'], $this->fault(fn (): Token => $this->world->accessTokens()->of($access)));
	}

	private function settleElsewhere(Access $access, string $token): void {
		$held = $this->world->held($access);
		$grant = $held->grant->refreshed(new \OCA\Compagnon\Transfer\Oauth\Tokens($token, null, $this->world->clock->now() + 3600, null), $this->world->clock->now());
		self::assertTrue($this->world->connections()->settle((string)$access->connection, $held->revision, ConnectionState::Ready, $grant, $this->world->clock->now()));
	}

	/**
	 * @param \Closure(): Token $do
	 * @return array{FaultKind, string}
	 */
	private function fault(\Closure $do): array {
		try {
			$do();
		} catch (Fault $e) {
			return [$e->kind, $e->reason];
		}
		self::fail('a token was given');
	}
}
