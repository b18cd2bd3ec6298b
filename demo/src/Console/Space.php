<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Demo\Console;

use OCA\Compagnon\Demo\Account\Visitor;
use OCA\Compagnon\Demo\Adapter\DemoNamedObservatory;
use OCA\Compagnon\Demo\App\Container;
use OCA\Compagnon\Demo\App\Kernel;
use OCA\Compagnon\Demo\App\RouteReader;
use OCA\Compagnon\Demo\Db\Migrator;
use OCA\Compagnon\Demo\Seed\Seeder;
use OCA\Compagnon\Transfer\Oauth\ClientStore;

/** Sets the demo's space up, and empties it. */
final readonly class Space {
	/** What the demo puts in its data folder; nothing else there is ever deleted. */
	private const OURS = ['demo.sqlite', 'demo.sqlite-wal', 'demo.sqlite-shm', 'demo.log', 'fault.json', 'secret.key', 'endpoints.json', 'observatory.json', 'host.key', 'files/*', 'uploads/*', 'staging/*/*'];

	/** Whom the stand-ins play. */
	private const PROVIDER_HOSTS = [
		'accounts.google.com', 'oauth2.googleapis.com', 'www.googleapis.com', 'docs.google.com',
		'www.dropbox.com', 'api.dropboxapi.com', 'content.dropboxapi.com',
	];

	public function __construct(
		public string $dataFolder,
	) {
	}

	public function isSetUp(): bool {
		return is_file($this->dataFolder . '/demo.sqlite');
	}

	public function container(): Container {
		$container = Kernel::container($this->dataFolder);
		// Nobody is logged in, and the console speaks English.
		$container->set(Visitor::class, new Visitor(null, '', 'en'));
		return $container;
	}

	/** @return bool whether the space was empty and has been filled */
	public function setUp(): bool {
		if (!is_dir($this->dataFolder) && !mkdir($this->dataFolder, 0o700, true)) {
			throw new \RuntimeException("The folder $this->dataFolder cannot be made.");
		}
		(new RouteReader())->read();
		$container = $this->container();
		$container->get(Migrator::class)->migrate();
		return $container->get(Seeder::class)->seed();
	}

	/** Names the stand-ins, and the clients that they know, as whoever looks after a space does for the real ones. */
	public function useProviders(string $url): void {
		$hosts = [];
		foreach (self::PROVIDER_HOSTS as $host) {
			$hosts[$host] = "$url/$host";
		}
		$this->mapHosts($hosts);
		$clients = $this->container()->get(ClientStore::class);
		$clients->set('google', 'compagnon-demo.apps.googleusercontent.com', 'demo-google-secret');
		$clients->set('dropbox', 'compagnondemo', 'demo-dropbox-secret');
	}

	/**
	 * Names the observatory to the space, as whoever runs its server does.
	 *
	 * @param array{address: string, key: string, attestation: mixed} $named
	 * @param string $url where it really listens
	 */
	public function nameObservatory(array $named, string $url): void {
		$this->mapHosts([(string)parse_url($named['address'], PHP_URL_HOST) => $url]);
		$this->write(DemoNamedObservatory::FILE, $named);
	}

	public function reset(): void {
		foreach (self::OURS as $pattern) {
			$files = glob($this->dataFolder . '/' . $pattern);
			array_map(unlink(...), $files === false ? [] : $files);
		}
		$this->setUp();
	}

	/** @param array<string, string> $hosts where each is asked in its place; others stay as they are */
	private function mapHosts(array $hosts): void {
		$file = $this->dataFolder . '/endpoints.json';
		$written = is_file($file) ? json_decode((string)file_get_contents($file), true) : [];
		$this->write('endpoints.json', $hosts + (is_array($written) ? $written : []));
	}

	/** @param array<array-key, mixed> $content */
	private function write(string $name, array $content): void {
		file_put_contents("$this->dataFolder/$name", json_encode($content, JSON_THROW_ON_ERROR | JSON_PRETTY_PRINT | JSON_UNESCAPED_SLASHES));
	}
}
