<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Demo\Console;

use OCA\Compagnon\Demo\Account\Visitor;
use OCA\Compagnon\Demo\App\Container;
use OCA\Compagnon\Demo\App\Kernel;
use OCA\Compagnon\Demo\App\RouteReader;
use OCA\Compagnon\Demo\Db\Migrator;
use OCA\Compagnon\Demo\Seed\Seeder;

/** Sets the demo's space up, and empties it. */
final readonly class Space {
	/** What the demo puts in its data folder; nothing else there is ever deleted. */
	private const OURS = ['demo.sqlite', 'demo.sqlite-wal', 'demo.sqlite-shm', 'demo.log', 'fault.json', 'secret.key', 'files/*', 'uploads/*', 'staging/*/*'];

	public function __construct(
		private string $dataFolder,
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

	public function reset(): void {
		foreach (self::OURS as $pattern) {
			$files = glob($this->dataFolder . '/' . $pattern);
			array_map(unlink(...), $files === false ? [] : $files);
		}
		$this->setUp();
	}
}
