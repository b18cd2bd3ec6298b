<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Nextcloud;

use OC\Lock\DBLockingProvider;
use OCA\Compagnon\BackgroundJob\RunSliceJob;
use OCA\Compagnon\Port\Database;
use OCA\Compagnon\Port\Files;
use OCA\Compagnon\Port\Jobs;
use OCA\Compagnon\Port\NameRules;
use OCA\Compagnon\Port\Staging;
use OCA\Compagnon\Tests\Contract\WholeMoves;
use OCA\Compagnon\Tests\Fake\RealSpace;
use OCP\Files\Folder;
use OCP\Files\IRootFolder;
use OCP\IDBConnection;
use OCP\IUserSession;
use OCP\Lock\ILockingProvider;
use OCP\Server;
use PHPUnit\Framework\Attributes\CoversNothing;

#[CoversNothing]
final class NextcloudMovesTest extends WholeMoves {
	private const PERSON = 'contract-mover';
	/** Longer than the platform's lock of a writer that is silent. */
	private const LONG_AGO = 7200;

	public static function parts(): RealSpace {
		return new RealSpace(
			self::PERSON,
			Support::adapter(Database::class),
			Support::adapter(Files::class),
			Support::adapter(Jobs::class),
			Support::adapter(Staging::class),
			Support::adapter(NameRules::class),
		);
	}

	#[\Override]
	protected function tearDown(): void {
		$this->clear();
	}

	#[\Override]
	protected function space(): RealSpace {
		Support::person(self::PERSON);
		$this->clear();
		return self::parts();
	}

	#[\Override]
	protected function listed(): array {
		$rows = Server::get(IDBConnection::class)->executeQuery('SELECT argument FROM *PREFIX*jobs WHERE class = :class', ['class' => RunSliceJob::class])->fetchAll();
		return array_map(static fn (array $row): string => (string)((array)json_decode((string)$row['argument'], true))[0], $rows);
	}

	#[\Override]
	protected function process(): array {
		return [PHP_BINARY, __DIR__ . '/mover.php'];
	}

	/** Locks run out, and the server's own job takes them away; what a killed process has left is old by then. */
	#[\Override]
	protected function later(): void {
		$locks = Server::get(ILockingProvider::class);
		$locks->releaseAll();
		Server::get(IDBConnection::class)->executeStatement('UPDATE *PREFIX*file_locks SET ttl = ttl - :long', ['long' => self::LONG_AGO]);
		self::assertInstanceOf(DBLockingProvider::class, $locks);
		$locks->cleanExpiredLocks();
		\OC_Util::tearDownFS();
		$this->age($this->home());
	}

	private function age(Folder $folder): void {
		$cache = $folder->getStorage()->getCache();
		foreach (new \RecursiveIteratorIterator(new \RecursiveDirectoryIterator($this->disk(), \FilesystemIterator::SKIP_DOTS)) as $file) {
			if ($file instanceof \SplFileInfo && $file->isFile() && !$cache->inCache('files' . substr($file->getPathname(), strlen($this->disk())))) {
				touch($file->getPathname(), $file->getMTime() - self::LONG_AGO);
			}
		}
	}

	private function home(): Folder {
		return Server::get(IRootFolder::class)->getUserFolder(self::PERSON);
	}

	private function disk(): string {
		return Support::dataFolder() . '/' . self::PERSON . '/files';
	}

	private function clear(): void {
		$connection = Server::get(IDBConnection::class);
		foreach (['run1', 'run2'] as $run) {
			Support::adapter(Jobs::class)->remove($run);
			$connection->executeStatement('DELETE FROM *PREFIX*compagnon_transfer_item WHERE run_id = :run', ['run' => $run]);
		}
		foreach (['run', 'map'] as $table) {
			$connection->executeStatement("DELETE FROM *PREFIX*compagnon_transfer_$table WHERE user_id = :person", ['person' => self::PERSON]);
		}
		$connection->executeStatement('DELETE FROM *PREFIX*file_locks');
		\OC_Util::tearDownFS();
		Server::get(IUserSession::class)->setVolatileActiveUser(Support::person(self::PERSON));
		$this->empty($this->home());
		foreach (['files_versions', 'files_trashbin'] as $below) {
			$root = Server::get(IRootFolder::class);
			if ($root->nodeExists('/' . self::PERSON . "/$below")) {
				$root->get('/' . self::PERSON . "/$below")->delete();
			}
		}
		Server::get(IUserSession::class)->setVolatileActiveUser(null);
		\OC_Util::tearDownFS();
	}

	private function empty(Folder $home): void {
		foreach ($home->getDirectoryListing() as $node) {
			$node->delete();
		}
		foreach (array_diff((array)scandir($this->disk()), ['.', '..']) as $left) {
			unlink($this->disk() . "/$left");
		}
	}
}
