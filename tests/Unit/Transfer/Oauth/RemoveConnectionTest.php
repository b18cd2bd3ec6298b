<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Transfer\Oauth;

use OCA\Compagnon\Error\NotFound;
use OCA\Compagnon\Http\Answer;
use OCA\Compagnon\Http\Unreachable;
use OCA\Compagnon\Http\UnreachableKind;
use OCA\Compagnon\Transfer\Oauth\RemoveConnection;
use OCA\Compagnon\Transfer\Oauth\RevokeConsent;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\TestCase;

#[CoversClass(RemoveConnection::class)]
#[CoversClass(RevokeConsent::class)]
final class RemoveConnectionTest extends TestCase {
	private OauthWorld $world;

	#[\Override]
	protected function setUp(): void {
		$this->world = new OauthWorld();
	}

	public function testItsTokensAreGoneBeforeTheProviderIsTold(): void {
		$access = $this->world->connected();
		$left = null;
		$this->world->http->script = function () use (&$left): Answer {
			$left = $this->world->database->query('SELECT * FROM *PREFIX*compagnon_transfer_account');
			return new Answer(200, [], '');
		};

		self::assertTrue($this->world->remove('lou', (string)$access->connection));
		self::assertSame([], $left);
		self::assertSame(['token' => 'refresh-1'], $this->world->form(0));
		self::assertSame('https://oauth2.googleapis.com/revoke', $this->world->http->asked[0]->url);
	}

	public function testAProviderThatDoesNotAnswerChangesNothing(): void {
		$access = $this->world->connected();
		$this->world->answers = [new Unreachable(UnreachableKind::NoConnection, 'no')];

		self::assertFalse($this->world->remove('lou', (string)$access->connection));
		self::assertSame([], $this->world->list('lou'));
		self::assertSame('warning', $this->world->log->entries[0]['level']);
	}

	public function testAnExpiredTokenIsRenewedOnceMoreToBeTakenBack(): void {
		$access = $this->world->connected('dropbox', -5);
		$this->world->answers = [OauthWorld::tokens(['access_token' => 'access-2']), new Answer(200, [], 'null')];

		self::assertTrue($this->world->remove('lou', (string)$access->connection));
		self::assertSame('https://api.dropboxapi.com/2/auth/token/revoke', $this->world->http->asked[1]->url);
		self::assertSame('Bearer access-2', $this->world->http->asked[1]->headers['authorization']);
	}

	public function testATokenThatCannotBeRenewedIsSentAsItIs(): void {
		$access = $this->world->connected('dropbox', -5);
		$this->world->answers = [new Answer(503, [], ''), new Answer(401, [], '')];

		self::assertFalse($this->world->remove('lou', (string)$access->connection));
		self::assertSame('Bearer access-1', $this->world->http->asked[1]->headers['authorization']);
	}

	public function testNobodyRemovesAnotherPersonsConnection(): void {
		$access = $this->world->connected();
		try {
			$this->world->remove('sasha', (string)$access->connection);
			self::fail('it was removed');
		} catch (NotFound) {
			self::assertCount(1, $this->world->list('lou'));
		}
	}
}
