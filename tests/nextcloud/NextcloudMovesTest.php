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
use OCP\Lock\ILockingProvider;
use OCP\Server;
use PHPUnit\Framework\Attributes\CoversNothing;

#[CoversNothing]
final class NextcloudMovesTest extends WholeMoves {
	/** Longer than the platform's lock of a writer that is silent. */
	private const LONG_AGO = 7200;

	/** Another one for each move: nothing of the one before is remembered of them. */
	private string $person = '';

	public static function parts(string $person): RealSpace {
		return new RealSpace(
			$person,
			Support::adapter(Database::class),
			Support::adapter(Files::class),
			Support::adapter(Jobs::class),
			Support::adapter(Staging::class),
			Support::adapter(NameRules::class),
		);
	}

	/** With the account goes what the app keeps of it, and what lies on the list of jobs and in staging. */
	#[\Override]
	protected function tearDown(): void {
		if ($this->person === '') {
			return;
		}
		\OC_Util::tearDownFS();
		Support::person($this->person)->delete();
		$this->person = '';
		$connection = Server::get(IDBConnection::class);
		foreach (['run' => 'id', 'item' => 'run_id'] as $table => $column) {
			$rows = $connection->executeQuery("SELECT $column FROM *PREFIX*compagnon_transfer_$table WHERE $column IN ('run1', 'run2')")->fetchAll();
			self::assertSame([], $rows, "left in $table");
		}
	}

	#[\Override]
	protected function space(): RealSpace {
		$this->tearDown();
		$this->person = 'contract-mover-' . bin2hex(random_bytes(4));
		Support::person($this->person);
		return self::parts($this->person);
	}

	#[\Override]
	protected function listed(): array {
		$rows = Server::get(IDBConnection::class)->executeQuery('SELECT argument FROM *PREFIX*jobs WHERE class = :class', ['class' => RunSliceJob::class])->fetchAll();
		return array_map(static fn (array $row): string => (string)((array)json_decode((string)$row['argument'], true))[0], $rows);
	}

	#[\Override]
	protected function process(): array {
		return [PHP_BINARY, __DIR__ . '/mover.php', $this->person];
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
		return Server::get(IRootFolder::class)->getUserFolder($this->person);
	}

	private function disk(): string {
		return Support::dataFolder() . "/$this->person/files";
	}
}
