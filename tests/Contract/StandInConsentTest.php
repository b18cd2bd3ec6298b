<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Contract;

use OCA\Compagnon\Http\Curl\CurlHttp;
use OCA\Compagnon\Http\Curl\CurlSettings;
use OCA\Compagnon\Tests\Fake\FakeEndpoints;
use OCA\Compagnon\Tests\Fake\FakeUrls;
use OCA\Compagnon\Tests\Fake\FixedClock;
use OCA\Compagnon\Tests\Fake\MemoryDatabase;
use OCA\Compagnon\Tests\Fake\MemoryLog;
use OCA\Compagnon\Tests\Fake\MemorySettings;
use OCA\Compagnon\Tests\Fake\PlainSecrets;
use OCA\Compagnon\Tests\Fake\SequenceRandom;
use OCA\Compagnon\Transfer\Fault\Fault;
use OCA\Compagnon\Transfer\Oauth\AccessTokens;
use OCA\Compagnon\Transfer\Oauth\BeginConnection;
use OCA\Compagnon\Transfer\Oauth\ClientStore;
use OCA\Compagnon\Transfer\Oauth\CompleteConnection;
use OCA\Compagnon\Transfer\Oauth\ConnectionRepository;
use OCA\Compagnon\Transfer\Oauth\ConsentRepository;
use OCA\Compagnon\Transfer\Oauth\DropboxOauth;
use OCA\Compagnon\Transfer\Oauth\GoogleOauth;
use OCA\Compagnon\Transfer\Oauth\Pkce;
use OCA\Compagnon\Transfer\Oauth\Providers;
use OCA\Compagnon\Transfer\Oauth\RemoveConnection;
use OCA\Compagnon\Transfer\Oauth\RevokeConsent;
use OCA\Compagnon\Transfer\Oauth\TokenEndpoint;
use OCA\Compagnon\Transfer\Source\Access;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** From the page of consent to the end of the connection, with the stand-ins, which check state, proof and address. */
#[CoversClass(BeginConnection::class)]
#[CoversClass(CompleteConnection::class)]
#[CoversClass(AccessTokens::class)]
#[CoversClass(RemoveConnection::class)]
final class StandInConsentTest extends TestCase {
	private static ?StandIn $standIn = null;

	private FixedClock $clock;
	private MemoryDatabase $database;
	private SequenceRandom $random;
	private CurlHttp $http;

	#[\Override]
	public static function tearDownAfterClass(): void {
		self::$standIn = null;
	}

	#[\Override]
	protected function setUp(): void {
		self::$standIn ??= new StandIn();
		$this->standIn()->control('reset', ['seed' => 1]);
		$this->clock = new FixedClock(time());
		$this->database = MemoryDatabase::ofTheApp();
		$this->random = new SequenceRandom();
		$this->http = new CurlHttp(new FakeEndpoints($this->standIn()->endpoints()), new CurlSettings());
	}

	/** @return iterable<string, array{string, int}> */
	public static function providers(): iterable {
		yield 'Google' => ['google', 3599];
		yield 'Dropbox' => ['dropbox', 14400];
	}

	#[DataProvider('providers')]
	public function testAnAccountIsConnectedRenewedAndLetGo(string $source, int $lasts): void {
		$back = $this->consent($source, $this->registry()->get($source)->scopes());
		$id = $this->complete($back);
		$access = new Access('lou', $id);
		self::assertSame('contact@jardins-du-moulin.example', $this->connections()->all('lou')[0]->label);
		$first = $this->accessTokens()->of($access);
		self::assertSame($first->bearer(), $this->accessTokens()->of($access)->bearer());

		// Its hour is over, twice, and the provider gives a new refresh token each time.
		$this->standIn()->control('faults', [['do' => ['rotateRefreshToken' => true]]]);
		foreach ([1, 2] as $ignored) {
			$this->clock->advance($lasts);
			self::assertNotSame($first->bearer(), $this->accessTokens()->of($access)->bearer());
		}
		$last = $this->connections()->find('lou', $id)?->grant->tokens->access() ?? '';
		self::assertSame(200, $this->http->send($this->registry()->get($source)->accountRequest($last))->status);

		self::assertTrue((new RemoveConnection($this->connections(), $this->registry(), $this->clients(), $this->endpoint(), $this->revoke(), $this->clock))->remove('lou', $id));
		self::assertSame([], $this->connections()->all('lou'));
		self::assertSame(401, $this->http->send($this->registry()->get($source)->accountRequest($last))->status);
	}

	#[DataProvider('providers')]
	public function testWhoSaysNoIsNotConnected(string $source): void {
		$this->expectExceptionMessage('consent_denied');
		$this->complete($this->consent($source, [], 'refuse'));
	}

	public function testHalfOfTheBoxesAreNotEnough(): void {
		$this->expectExceptionMessage('scopes_missing');
		$this->complete($this->consent('dropbox', ['account_info.read', 'files.metadata.read']));
	}

	#[DataProvider('providers')]
	public function testACodeIsGoodForWhoAskedForIt(string $source): void {
		$back = $this->consent($source, $this->registry()->get($source)->scopes());
		$other = $this->consent($source, $this->registry()->get($source)->scopes());

		$this->expectException(Fault::class);
		$this->expectExceptionMessage('consent_expired');
		$this->complete(['code' => $back['code'] ?? '', 'state' => $other['state'] ?? '']);
	}

	#[DataProvider('providers')]
	public function testAConsentThatWasTakenBackElsewhereIsAQuestionToThePerson(string $source, int $lasts): void {
		$id = $this->complete($this->consent($source, $this->registry()->get($source)->scopes()));
		$grant = $this->connections()->find('lou', $id)?->grant ?? self::fail('not connected');
		self::assertTrue($this->http->send($this->registry()->get($source)->revokeRequest($grant->tokens))->ok());
		$this->clock->advance($lasts);

		$this->expectExceptionMessage('reconnect');
		$this->accessTokens()->of(new Access('lou', $id));
	}

	/**
	 * @param list<string> $scopes
	 * @return array<string, string>
	 */
	private function consent(string $source, array $scopes, string $answer = 'allow'): array {
		$begin = new BeginConnection($this->registry(), $this->clients(), $this->consents(), new Pkce($this->random), new FakeUrls(), new FakeEndpoints($this->standIn()->endpoints()), $this->random, $this->clock);
		return $this->standIn()->consent($begin->begin('lou', $source), $scopes, $answer);
	}

	/** @param array<string, string> $back */
	private function complete(array $back): string {
		$complete = new CompleteConnection($this->registry(), $this->clients(), $this->consents(), $this->connections(), $this->endpoint(), $this->revoke(), $this->http, new FakeUrls(), $this->random, $this->clock);
		return $complete->complete('lou', $back['state'] ?? '', $back['code'] ?? '', $back['error'] ?? '');
	}

	private function accessTokens(): AccessTokens {
		return new AccessTokens($this->connections(), $this->registry(), $this->clients(), $this->endpoint(), $this->clock);
	}

	private function clients(): ClientStore {
		$clients = new ClientStore(new MemorySettings(), new PlainSecrets());
		$clients->set('google', 'compagnon-demo.apps.googleusercontent.com', 'demo-google-secret');
		$clients->set('dropbox', 'compagnondemo', 'demo-dropbox-secret');
		return $clients;
	}

	private function registry(): Providers {
		return new Providers(new GoogleOauth(), new DropboxOauth());
	}

	private function connections(): ConnectionRepository {
		return new ConnectionRepository($this->database, new PlainSecrets());
	}

	private function consents(): ConsentRepository {
		return new ConsentRepository($this->database, new PlainSecrets());
	}

	private function endpoint(): TokenEndpoint {
		return new TokenEndpoint($this->http, $this->clock);
	}

	private function revoke(): RevokeConsent {
		return new RevokeConsent($this->http, new MemoryLog());
	}

	private function standIn(): StandIn {
		return self::$standIn ?? throw new \LogicException('not started');
	}
}
