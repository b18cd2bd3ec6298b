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
use OCA\Compagnon\Tests\Fake\FakeTexts;
use OCA\Compagnon\Tests\Fake\MemorySettings;
use OCA\Compagnon\Tests\Fake\PlainSecrets;
use OCA\Compagnon\Tests\Fake\TransferWorld;
use OCA\Compagnon\Transfer\Item\Item;
use OCA\Compagnon\Transfer\Item\ItemKind;
use OCA\Compagnon\Transfer\Item\ItemState;
use OCA\Compagnon\Transfer\Oauth\AccessTokens;
use OCA\Compagnon\Transfer\Oauth\Account;
use OCA\Compagnon\Transfer\Oauth\AccountHttp;
use OCA\Compagnon\Transfer\Oauth\ClientStore;
use OCA\Compagnon\Transfer\Oauth\ConnectionRepository;
use OCA\Compagnon\Transfer\Oauth\DropboxOauth;
use OCA\Compagnon\Transfer\Oauth\GoogleOauth;
use OCA\Compagnon\Transfer\Oauth\Grant;
use OCA\Compagnon\Transfer\Oauth\Providers;
use OCA\Compagnon\Transfer\Oauth\TokenEndpoint;
use OCA\Compagnon\Transfer\Oauth\Tokens;
use OCA\Compagnon\Transfer\Run\RunOptions;
use OCA\Compagnon\Transfer\Run\RunState;
use OCA\Compagnon\Transfer\Source\Dropbox\DropboxApi;
use OCA\Compagnon\Transfer\Source\Dropbox\DropboxCrawl;
use OCA\Compagnon\Transfer\Source\Dropbox\DropboxFaults;
use OCA\Compagnon\Transfer\Source\Dropbox\DropboxSharing;
use OCA\Compagnon\Transfer\Source\Dropbox\DropboxSource;
use OCA\Compagnon\Transfer\Source\Google\DriveApi;
use OCA\Compagnon\Transfer\Source\Google\DriveCrawl;
use OCA\Compagnon\Transfer\Source\Google\DriveFaults;
use OCA\Compagnon\Transfer\Source\Google\DriveFolders;
use OCA\Compagnon\Transfer\Source\Google\DrivePlan;
use OCA\Compagnon\Transfer\Source\Google\DriveShortcuts;
use OCA\Compagnon\Transfer\Source\Google\GoogleSource;
use OCA\Compagnon\Transfer\Source\Source;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** A whole move of the association's account, by the engine and through real requests, while things go wrong. */
#[CoversClass(GoogleSource::class)]
#[CoversClass(DropboxSource::class)]
final class StandInRunTest extends TestCase {
	/** All that a network and a provider do, by chance; each token is refused once. */
	private const FAULTS = [
		['match' => ['rate' => 0.04], 'do' => ['status' => 429, 'headers' => ['Retry-After' => '1']]],
		['match' => ['rate' => 0.03], 'do' => ['cutAfter' => 700]],
		['match' => ['rate' => 0.02], 'do' => ['status' => 503]],
		['match' => ['path' => '*download*', 'nth' => [9]], 'do' => ['expireToken' => true]],
		['match' => ['query' => 'alt=media', 'nth' => [9]], 'do' => ['expireToken' => true]],
	];

	private static ?StandIn $standIn = null;

	private TransferWorld $world;

	#[\Override]
	public static function tearDownAfterClass(): void {
		self::$standIn = null;
	}

	#[\Override]
	protected function setUp(): void {
		self::$standIn ??= new StandIn();
		self::$standIn->control('reset', ['seed' => 1]);
		$this->world = new TransferWorld();
		$this->world->wire = new CurlHttp(new FakeEndpoints(self::$standIn->endpoints()), new CurlSettings());
	}

	/** @return iterable<string, array{string, array<string, int>}> */
	public static function providers(): iterable {
		yield 'Google' => ['google', ['dangling_shortcut' => 1, 'form' => 1, 'map' => 1, 'not_downloadable' => 1, 'not_exportable' => 1, 'other_app' => 1, 'shortcut_inside' => 5, 'site' => 1]];
		yield 'Dropbox' => ['dropbox', ['not_exportable' => 1, 'restricted' => 1, 'symlink' => 1]];
	}

	/** @param array<string, int> $unsupported */
	#[DataProvider('providers')]
	public function testEverythingComesThoughThingsGoWrong(string $provider, array $unsupported): void {
		$this->connect($provider);
		$this->standIn()->control('faults', self::FAULTS);
		$this->world->run();
		$run = $this->world->finish();

		self::assertSame([RunState::Done, null], [$run->state, $run->code]);
		$codes = [];
		foreach ($this->truth($provider) as $truth) {
			$item = $this->item($truth);
			if ($item->state === ItemState::Unsupported) {
				$codes[$item->code ?? ''] = ($codes[$item->code ?? ''] ?? 0) + 1;
				continue;
			}
			self::assertSame(ItemState::Verified, $item->state, "$item->sourcePath $item->code");
			if ($truth['kind'] === 'file' && !isset($item->extra['export'])) {
				self::assertSame($truth['sha256'], hash('sha256', (string)stream_get_contents($this->world->files->read('nadia', (int)$item->fileId))), $item->sourcePath);
			}
		}
		ksort($codes);
		self::assertSame($unsupported, $codes);
		$met = array_map(static fn (mixed $fault): int => is_array($fault) && is_int($fault['done']) ? $fault['done'] : 0, array_values($this->standIn()->control('faults')));
		self::assertGreaterThan(0, min(array_slice($met, 0, 3)), 'nothing went wrong');
		self::assertSame(1, $met[3] + $met[4], 'no token expired');
	}

	#[DataProvider('providers')]
	public function testASecondRunFindsNothingNew(string $provider): void {
		$this->connect($provider);
		$this->world->run();
		self::assertSame(RunState::Done, $this->world->finish()->state);
		$this->world->run(new RunOptions('Drive'), 'run2');
		self::assertSame(RunState::Ready, $this->world->finish('run2')->state);

		$coming = array_map(static fn (Item $item): string => $item->sourcePath, $this->world->items->inState('run2', ItemState::Queued, '', 10));
		self::assertSame([], $coming);
		[$first, $second] = array_map($this->world->items->counts(...), ['run1', 'run2']);
		self::assertSame($first->items(ItemState::Unsupported), $second->items(ItemState::Unsupported));
		self::assertSame($first->items(ItemState::Verified), $second->items(ItemState::Identical));
	}

	/** @param array<string, mixed> $truth */
	private function item(array $truth): Item {
		$id = is_string($truth['id']) ? $truth['id'] : '';
		$path = is_string($truth['path']) ? $truth['path'] : '';
		$isDropboxFolder = str_starts_with($id, 'id:') && $truth['kind'] === 'folder';
		return $this->world->item($isDropboxFolder ? 'path:' . mb_strtolower($path) : $id, kind: $truth['kind'] === 'folder' ? ItemKind::Folder : ItemKind::File);
	}

	/** @return list<array<string, mixed>> what is to come */
	private function truth(string $provider): array {
		$truth = $this->standIn()->control("truth?provider=$provider&hashes=1");
		$items = is_array($truth['items'] ?? null) ? $truth['items'] : [];
		/** @var list<array<string, mixed>> */
		return array_values(array_filter($items, static fn (mixed $item): bool => is_array($item) && $item['trashed'] === false && $item['id'] !== $truth['root']));
	}

	private function connect(string $provider): void {
		$this->world->clock->now = time();
		$issued = $this->standIn()->control('token', ['provider' => $provider]);
		$tokens = new Tokens(self::text($issued['access_token']), self::text($issued['refresh_token']), time() + 3600, null);
		$connections = new ConnectionRepository($this->world->database, new PlainSecrets());
		// Old enough that a refusal is believed.
		$connections->add('acc', 'nadia', $provider, new Grant(new Account('1', 'contact@jardins-du-moulin.example'), $tokens, time() - 600));
		$this->world->provider = $this->source($provider, $connections);
	}

	private function source(string $provider, ConnectionRepository $connections): Source {
		$wire = $this->world->wire ?? throw new \LogicException('no wire');
		$clients = new ClientStore(new MemorySettings(), new PlainSecrets());
		$clients->set('google', 'compagnon-demo.apps.googleusercontent.com', 'demo-google-secret');
		$clients->set('dropbox', 'compagnondemo', 'demo-dropbox-secret');
		$http = new AccountHttp($wire, new AccessTokens($connections, new Providers(new GoogleOauth(), new DropboxOauth()), $clients, new TokenEndpoint($wire, $this->world->clock), $this->world->clock));
		if ($provider === 'dropbox') {
			$api = new DropboxApi($http, new DropboxFaults($this->world->clock));
			return new DropboxSource($api, new DropboxCrawl($api, new DropboxSharing($api)), $http);
		}
		$faults = new DriveFaults($this->world->clock);
		$api = new DriveApi($http, $faults);
		return new GoogleSource(new DriveFolders($api, new FakeTexts()), new DrivePlan($api), new DriveCrawl($api, new DriveShortcuts($api), new FakeTexts()), $faults, $api, $http);
	}

	private function standIn(): StandIn {
		return self::$standIn ?? throw new \LogicException('not started');
	}

	private static function text(mixed $value): string {
		return is_string($value) ? $value : '';
	}
}
