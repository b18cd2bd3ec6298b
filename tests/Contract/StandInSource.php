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
use OCA\Compagnon\Tests\Fake\FixedClock;
use OCA\Compagnon\Tests\Fake\MemoryDatabase;
use OCA\Compagnon\Tests\Fake\MemorySettings;
use OCA\Compagnon\Tests\Fake\PlainSecrets;
use OCA\Compagnon\Transfer\Fault\Fault;
use OCA\Compagnon\Transfer\Fault\FaultKind;
use OCA\Compagnon\Transfer\Hash\HashAlgorithm;
use OCA\Compagnon\Transfer\Hash\Hashers;
use OCA\Compagnon\Transfer\Item\Item;
use OCA\Compagnon\Transfer\Item\ItemState;
use OCA\Compagnon\Transfer\Oauth\AccessTokens;
use OCA\Compagnon\Transfer\Oauth\Account;
use OCA\Compagnon\Transfer\Oauth\AccountHttp;
use OCA\Compagnon\Transfer\Oauth\ClientStore;
use OCA\Compagnon\Transfer\Oauth\ConnectionRepository;
use OCA\Compagnon\Transfer\Oauth\ConnectionState;
use OCA\Compagnon\Transfer\Oauth\DropboxOauth;
use OCA\Compagnon\Transfer\Oauth\GoogleOauth;
use OCA\Compagnon\Transfer\Oauth\Grant;
use OCA\Compagnon\Transfer\Oauth\Providers;
use OCA\Compagnon\Transfer\Oauth\TokenEndpoint;
use OCA\Compagnon\Transfer\Oauth\Tokens;
use OCA\Compagnon\Transfer\Source\Access;
use OCA\Compagnon\Transfer\Source\Choice;
use OCA\Compagnon\Transfer\Source\Fetch;
use OCA\Compagnon\Transfer\Source\LooksAgain;

/** A source of a provider, through real requests, on the account of an association that the stand-in makes up. */
abstract class StandInSource extends SourceContract {
	/** A file of both accounts. */
	protected const CHANGED = 'Facture 2025-014 semences.pdf';
	private const EXPORT = '/^(PK\x03\x04|%PDF|\x89PNG|\{"files|.{4}ftyp|# |<)/s';

	private static ?StandIn $standIn = null;
	/** @var array<string, array{array<string, ?string>, array<string, string>}> by provider: the association's account never changes */
	private static array $truths = [];

	protected FixedClock $clock;
	private MemoryDatabase $database;
	protected Access $access;
	private string $token = '';

	/** @return string name of the provider */
	abstract protected function provider(): string;

	/**
	 * @param array<string, mixed> $item as the stand-in knows it
	 * @return string bytes, fetched past the source
	 */
	abstract protected function download(array $item, string $token): string;

	/**
	 * @param array<string, mixed> $item
	 * @return array{string, ?string} name that it should have, and the code of why it cannot come
	 */
	abstract protected function expected(array $item): array;

	/**
	 * @param array<string, mixed> $item
	 * @return ?string path of what is above it, "" directly below the root; null when it is not to be listed
	 */
	abstract protected function placeOf(array $item): ?string;

	/** @return list<string> paths of what does not come at the first try; told by tests of their own */
	abstract protected function stubborn(): array;

	/** @return array<string, null> folders that only the source makes */
	abstract protected function madeFolders(): array;

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
		$this->standIn()->control('change', ['provider' => $this->provider(), 'delete' => array_map(static fn (string $path): array => ['path' => $path], $this->stubborn())]);
		$this->withoutTwins();
		$issued = $this->standIn()->control('token', ['provider' => $this->provider()]);
		$this->token = self::text($issued['access_token'] ?? null);
		$tokens = new Tokens($this->token, self::text($issued['refresh_token'] ?? null), time() + 3600, null);
		(new ConnectionRepository($this->database, new PlainSecrets()))->add('account', 'lou', $this->provider(), new Grant(new Account('1', 'contact@jardins-du-moulin.example'), $tokens, time()));
		$this->access = new Access('lou', 'account');
	}

	public function testWhatWasChangedOrDeletedSinceIsToldAsItIsNow(): void {
		$source = $this->source();
		self::assertInstanceOf(LooksAgain::class, $source);
		$item = $this->found(static::CHANGED);
		$before = $source->look($this->access, $item);
		self::assertSame([$item->sourceId, $item->size, $item->hash], [$before->id, $before->size, $before->hash]);

		$this->standIn()->control('change', ['provider' => $this->provider(), 'change' => [['id' => $item->sourceId, 'size' => 4321]]]);
		$after = $source->look($this->access, $item);
		$bytes = $this->bytesOf($source->fetch($this->access, $item, 0));
		self::assertSame([4321, 4321], [$after->size, strlen($bytes)]);
		self::assertNotNull($after->algorithm);
		self::assertSame($after->hash, $this->hashOf($after->algorithm, $bytes));
		self::assertNotSame($before->revision, $after->revision);

		$this->standIn()->control('change', ['provider' => $this->provider(), 'delete' => [['id' => $item->sourceId]]]);
		try {
			$source->look($this->access, $item);
			self::fail('It is there.');
		} catch (Fault $e) {
			self::assertSame([FaultKind::Vanished, 'vanished'], [$e->kind, $e->reason]);
		}
	}

	#[\Override]
	protected function access(): Access {
		return $this->access;
	}

	#[\Override]
	protected function truth(): array {
		return $this->known()[0];
	}

	#[\Override]
	protected function unsupported(): array {
		return $this->known()[1];
	}

	#[\Override]
	protected function fingerprint(): mixed {
		return $this->standIn()->control("truth?provider={$this->provider()}&hashes=1");
	}

	#[\Override]
	protected function bytesOf(Fetch $fetch): string {
		self::assertNotNull($fetch->request);
		$answer = $this->http()->send($fetch->request);
		self::assertTrue($answer->ok(), "$answer->status $answer->body");
		if ($fetch->canResume) {
			return $answer->body;
		}
		self::assertMatchesRegularExpression(self::EXPORT, $answer->body);
		return 'exported';
	}

	#[\Override]
	protected function hashOf(HashAlgorithm $algorithm, string $bytes): string {
		$hasher = Hashers::start($algorithm);
		$hasher->add($bytes);
		return $hasher->digest();
	}

	protected function accountHttp(): AccountHttp {
		$http = $this->http();
		$clients = new ClientStore(new MemorySettings(), new PlainSecrets());
		$tokens = new AccessTokens(new ConnectionRepository($this->database, new PlainSecrets()), new Providers(new GoogleOauth(), new DropboxOauth()), $clients, new TokenEndpoint($http, $this->clock), $this->clock);
		return new AccountHttp($http, $tokens);
	}

	protected function standIn(): StandIn {
		return self::$standIn ?? throw new \LogicException('not started');
	}

	/** What is stubborn is there again, and is found. */
	protected function found(string $name): Item {
		$this->standIn()->control('reset', ['seed' => 1]);
		$issued = $this->standIn()->control('token', ['provider' => $this->provider()]);
		$tokens = new Tokens(self::text($issued['access_token'] ?? null), self::text($issued['refresh_token'] ?? null), time() + 3600, null);
		(new ConnectionRepository($this->database, new PlainSecrets()))->settle('account', 0, ConnectionState::Ready, new Grant(new Account('1', 'contact@jardins-du-moulin.example'), $tokens, time()), time());
		for ($cursor = null, $page = null; $page === null || $cursor !== null; $cursor = $page->next) {
			$page = $this->source()->list($this->access, new Choice(), $cursor);
			foreach ($page->items as $item) {
				if ($item->name === $name) {
					return new Item('r', Item::keyOf($item->kind, $item->id), $item->kind, $item->id, null, $item->name, $item->name, ItemState::Queued, $item->size, algorithm: $item->algorithm, hash: $item->hash, extra: $item->extra);
				}
			}
		}
		self::fail("$name is not listed");
	}

	protected static function text(mixed $value): string {
		return is_string($value) ? $value : '';
	}

	protected function http(): CurlHttp {
		return new CurlHttp(new FakeEndpoints($this->standIn()->endpoints()), new CurlSettings());
	}

	/** @return array{array<string, ?string>, array<string, string>} */
	private function known(): array {
		return self::$truths[$this->provider()] ??= $this->told();
	}

	/** @return array{array<string, ?string>, array<string, string>} */
	private function told(): array {
		[$truth, $unsupported] = [$this->madeFolders(), []];
		foreach ($this->items() as $path => $item) {
			$code = $this->expected($item)[1];
			if ($code !== null) {
				$unsupported[$path] = $code;
			} elseif ($item['kind'] === 'folder') {
				$truth[$path] = null;
			} else {
				$isExport = $this->expected($item)[0] !== $item['name'];
				$truth[$path] = $bytes = $isExport ? 'exported' : $this->download($item, $this->token);
				self::assertTrue($isExport || hash('sha256', $bytes) === $item['sha256'], $path);
			}
		}
		return [$truth, $unsupported];
	}

	/** @return array<string, array<string, mixed>> what is to be listed, by path */
	private function items(): array {
		$items = [];
		foreach ($this->everyItem() as $item) {
			$above = $this->placeOf($item);
			if ($above !== null) {
				$items[ltrim($above . '/', '/') . $this->expected($item)[0]] = $item;
			}
		}
		return $items;
	}

	/** Paths of this suite are unique; two of one name are left to the unit tests. */
	private function withoutTwins(): void {
		$items = $this->items();
		$ids = array_column($items, 'id');
		foreach ($this->everyItem() as $item) {
			if ($this->placeOf($item) !== null && !in_array($item['id'], $ids, true)) {
				$this->standIn()->control('change', ['provider' => $this->provider(), 'delete' => [['id' => $item['id']]]]);
				$this->withoutTwins();
				return;
			}
		}
	}

	/** @return list<array<string, mixed>> */
	private function everyItem(): array {
		$items = $this->standIn()->control("truth?provider={$this->provider()}&hashes=1")['items'] ?? [];
		/** @var list<array<string, mixed>> */
		return is_array($items) ? array_values($items) : [];
	}
}
