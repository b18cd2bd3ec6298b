<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Contract;

use Doctrine\DBAL\Connection;
use OCA\Compagnon\Demo\Account\Accounts;
use OCA\Compagnon\Demo\Account\Visitor;
use OCA\Compagnon\Demo\App\Container;
use OCA\Compagnon\Demo\App\Kernel;
use OCA\Compagnon\Demo\Db\Migrator;

/** A demo space in a folder of its own, with "contract-in" and "contract-out", who cannot use the app. */
final class DemoSpace {
	public readonly string $folder;
	public readonly Container $container;

	/** @var array<string, self> set up once, by language and further accounts: what others are copies of */
	private static array $templates = [];

	/** @param array<string, string> $further accounts, id to role */
	public function __construct(?string $loggedIn = null, string $language = 'fr', array $further = [], bool $isTemplate = false) {
		$this->folder = sys_get_temp_dir() . '/compagnon-demo-' . bin2hex(random_bytes(6));
		mkdir($this->folder);
		if (!$isTemplate) {
			$template = self::$templates[$language . serialize($further)] ??= new self(null, $language, $further, true);
			copy("$template->folder/demo.sqlite", "$this->folder/demo.sqlite");
		}
		$this->container = Kernel::container($this->folder);
		$accounts = $this->container->get(Accounts::class);
		if ($isTemplate) {
			$this->container->get(Migrator::class)->migrate();
			$accounts->add('contract-in', 'In', 'secret', language: $language);
			$accounts->add('contract-out', 'Out', 'secret', mayUseApp: false);
			foreach ($further as $id => $role) {
				$accounts->add($id, $id, 'secret', role: $role);
			}
			// All of it into the one file that is copied.
			$this->container->get(Connection::class)->executeStatement('PRAGMA wal_checkpoint(TRUNCATE)');
		}
		$this->container->set(Visitor::class, new Visitor($loggedIn === null ? null : $accounts->find($loggedIn), '', $language));
	}

	public function __destruct() {
		self::remove($this->folder);
	}

	private static function remove(string $path): void {
		if (!is_dir($path)) {
			unlink($path);
			return;
		}
		foreach (array_diff((array)scandir($path), ['.', '..']) as $name) {
			self::remove("$path/$name");
		}
		rmdir($path);
	}

	/** Another request to the same space. */
	public function elsewhere(): Container {
		return Kernel::container($this->folder);
	}
}
