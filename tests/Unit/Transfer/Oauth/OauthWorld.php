<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Transfer\Oauth;

use OCA\Compagnon\Http\Answer;
use OCA\Compagnon\Http\Request;
use OCA\Compagnon\Http\Unreachable;
use OCA\Compagnon\Tests\Fake\FakeBody;
use OCA\Compagnon\Tests\Fake\FakeEndpoints;
use OCA\Compagnon\Tests\Fake\FakeHttp;
use OCA\Compagnon\Tests\Fake\FakeUrls;
use OCA\Compagnon\Tests\Fake\FixedClock;
use OCA\Compagnon\Tests\Fake\MemoryDatabase;
use OCA\Compagnon\Tests\Fake\MemoryLog;
use OCA\Compagnon\Tests\Fake\MemorySettings;
use OCA\Compagnon\Tests\Fake\PlainSecrets;
use OCA\Compagnon\Tests\Fake\SequenceRandom;
use OCA\Compagnon\Transfer\Oauth\AccessTokens;
use OCA\Compagnon\Transfer\Oauth\Account;
use OCA\Compagnon\Transfer\Oauth\BeginConnection;
use OCA\Compagnon\Transfer\Oauth\ClientStore;
use OCA\Compagnon\Transfer\Oauth\CompleteConnection;
use OCA\Compagnon\Transfer\Oauth\ConnectionRepository;
use OCA\Compagnon\Transfer\Oauth\ConsentRepository;
use OCA\Compagnon\Transfer\Oauth\DropboxOauth;
use OCA\Compagnon\Transfer\Oauth\GoogleOauth;
use OCA\Compagnon\Transfer\Oauth\Grant;
use OCA\Compagnon\Transfer\Oauth\Held;
use OCA\Compagnon\Transfer\Oauth\ListConnections;
use OCA\Compagnon\Transfer\Oauth\Pkce;
use OCA\Compagnon\Transfer\Oauth\Providers;
use OCA\Compagnon\Transfer\Oauth\RemoveConnection;
use OCA\Compagnon\Transfer\Oauth\RevokeConsent;
use OCA\Compagnon\Transfer\Oauth\TokenEndpoint;
use OCA\Compagnon\Transfer\Oauth\Tokens;
use OCA\Compagnon\Transfer\Source\Access;

/** A space with both clients set up, and providers that answer as a test says. */
final class OauthWorld {
	public const SECRET = 'client-secret-9f2';

	public readonly MemoryDatabase $database;
	public readonly FixedClock $clock;
	public readonly FakeHttp $http;
	public readonly FakeEndpoints $endpoints;
	public readonly SequenceRandom $random;
	public readonly MemoryLog $log;
	public readonly MemorySettings $settings;
	/** @var list<Answer|Unreachable> what the provider says next */
	public array $answers = [];

	public function __construct() {
		$this->database = MemoryDatabase::ofTheApp();
		$this->clock = new FixedClock();
		$this->endpoints = new FakeEndpoints();
		$this->random = new SequenceRandom();
		$this->log = new MemoryLog();
		$this->settings = new MemorySettings();
		$this->http = new FakeHttp(fn (Request $request): Answer|FakeBody|Unreachable|string => array_shift($this->answers) ?? new Answer(500, [], 'not scripted: ' . $request->url));
		$this->clients()->set('google', 'google-client', self::SECRET);
		$this->clients()->set('dropbox', 'dropbox-client', self::SECRET);
	}

	/** @param array<string, mixed> $data */
	public static function json(array $data, int $status = 200): Answer {
		return new Answer($status, ['content-type' => 'application/json'], json_encode($data, JSON_THROW_ON_ERROR));
	}

	/** @param array<string, mixed> $with */
	public static function tokens(array $with = []): Answer {
		return self::json($with + ['access_token' => 'access-1', 'refresh_token' => 'refresh-1', 'token_type' => 'Bearer', 'expires_in' => 3599, 'scope' => 'https://www.googleapis.com/auth/drive.readonly']);
	}

	public static function googleUser(string $address = 'lou@jardin.example', string $id = '0815'): Answer {
		return self::json(['user' => ['permissionId' => $id, 'emailAddress' => $address]]);
	}

	public function clients(): ClientStore {
		return new ClientStore($this->settings, new PlainSecrets());
	}

	public function providers(): Providers {
		return new Providers(new GoogleOauth(), new DropboxOauth());
	}

	public function connections(): ConnectionRepository {
		return new ConnectionRepository($this->database, new PlainSecrets());
	}

	/** Another process each time: nothing is remembered from the one before. */
	public function accessTokens(): AccessTokens {
		return new AccessTokens($this->connections(), $this->providers(), $this->clients(), $this->endpoint(), $this->clock);
	}

	/** @return array<string, string> parameters of the address where the person is sent */
	public function begin(string $userId = 'lou', string $source = 'google'): array {
		parse_str((string)parse_url($this->beginning()->begin($userId, $source), PHP_URL_QUERY), $parameters);
		return array_map(static fn (mixed $value): string => is_string($value) ? $value : '', $parameters);
	}

	public function beginning(): BeginConnection {
		return new BeginConnection($this->providers(), $this->clients(), $this->consents(), new Pkce($this->random), new FakeUrls(), $this->endpoints, $this->random, $this->clock);
	}

	public function complete(string $state, string $userId = 'lou', string $code = 'code-1', string $error = ''): string {
		return (new CompleteConnection(
			$this->providers(),
			$this->clients(),
			$this->consents(),
			$this->connections(),
			$this->endpoint(),
			$this->revoke(),
			$this->http,
			new FakeUrls(),
			$this->random,
			$this->clock,
		))->complete($userId, $state, $code, $error);
	}

	public function remove(string $userId, string $id): bool {
		return (new RemoveConnection($this->connections(), $this->providers(), $this->clients(), $this->endpoint(), $this->revoke(), $this->clock))->remove($userId, $id);
	}

	/** @return list<\OCA\Compagnon\Transfer\Oauth\Connection> */
	public function list(string $userId): array {
		return (new ListConnections($this->connections()))->list($userId);
	}

	/**
	 * @param array<string, string> $extra
	 * @param int $lasts seconds from now on
	 */
	public function connected(string $source = 'google', int $lasts = 3600, string $account = 'account-1', array $extra = [], string $label = 'lou@jardin.example'): Access {
		$id = $this->random->id();
		$tokens = new Tokens('access-1', 'refresh-1', $this->clock->now() + $lasts, null);
		$this->connections()->add($id, 'lou', $source, new Grant(new Account($account, $label, $extra), $tokens, $this->clock->now()));
		return new Access('lou', $id);
	}

	public function held(Access $access): Held {
		return $this->connections()->find($access->userId, (string)$access->connection) ?? throw new \LogicException('not connected');
	}

	/** @return array<array-key, mixed> fields of the n-th request */
	public function form(int $n): array {
		parse_str((string)$this->http->asked[$n]->body, $fields);
		return $fields;
	}

	public function endpoint(): TokenEndpoint {
		return new TokenEndpoint($this->http, $this->clock);
	}

	private function consents(): ConsentRepository {
		return new ConsentRepository($this->database, new PlainSecrets());
	}

	private function revoke(): RevokeConsent {
		return new RevokeConsent($this->http, $this->log);
	}
}
