<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Nextcloud;

use OCA\Compagnon\Nextcloud\Transfer\DeadWrites;
use OCA\Compagnon\Nextcloud\Transfer\FastFolder;
use OCA\Compagnon\Nextcloud\Transfer\FilesFaults;
use OCA\Compagnon\Nextcloud\Transfer\Homes;
use OCA\Compagnon\Nextcloud\Transfer\NodeFiles;
use OCA\Compagnon\Port\Files;
use OCA\Compagnon\Port\NameRules;
use OCA\Compagnon\Tests\Contract\FilesContract;
use OCA\Compagnon\Tests\Fake\FixedClock;
use OCA\Compagnon\Transfer\Target\Content;
use OCA\Compagnon\Transfer\Target\FilesFault;
use OCA\Compagnon\Transfer\Target\FilesFaultKind;
use OCA\Compagnon\Transfer\Target\NewFile;
use OCA\Compagnon\Transfer\Target\StoredFile;
use OCP\Constants;
use OCP\Files\Folder;
use OCP\Files\IRootFolder;
use OCP\Files\Storage\ILockingStorage;
use OCP\IConfig;
use OCP\IDBConnection;
use OCP\IUserSession;
use OCP\Lock\ILockingProvider;
use OCP\Server;
use OCP\Share\IManager;
use OCP\Share\IShare;
use PHPUnit\Framework\Attributes\CoversClass;

#[CoversClass(DeadWrites::class)]
#[CoversClass(FastFolder::class)]
#[CoversClass(FilesFaults::class)]
#[CoversClass(Homes::class)]
#[CoversClass(NodeFiles::class)]
final class NextcloudFilesTest extends FilesContract {
	#[\Override]
	protected function files(): Files {
		Support::person('contract-out');
		Support::person('contract-in')->setQuota('none');
		$this->clear();
		return Support::adapter(Files::class);
	}

	#[\Override]
	protected function tearDown(): void {
		Support::person('contract-in')->setQuota('none');
		$this->clear();
	}

	#[\Override]
	protected function leave(int $bytes): void {
		$plenty = 1_000_000_000;
		$this->limit($plenty);
		$this->limit($plenty - (int)$this->home()->getFreeSpace() + $bytes);
	}

	#[\Override]
	protected function versions(int $fileId): array {
		$path = Support::dataFolder() . '/contract-in/files_versions/' . $this->files->byId(self::USER, $fileId)?->path;
		$rows = Server::get(IDBConnection::class)->executeQuery('SELECT timestamp FROM *PREFIX*files_versions WHERE file_id = :id ORDER BY timestamp', ['id' => $fileId])->fetchAll();
		// The content that the file has now has a row too, but no file of its own.
		$files = array_filter(array_map(static fn (array $row): string => "$path.v{$row['timestamp']}", $rows), is_file(...));
		return array_map(static fn (string $file): string => (string)file_get_contents($file), array_values($files));
	}

	#[\Override]
	protected function move(int $fileId, string $path): void {
		$this->home()->getFirstNodeById($fileId)?->move($this->home()->getFullPath($path));
	}

	public function testNobodyIsLoggedInAfterwards(): void {
		$this->create('a', 'x');

		self::assertNull(Server::get(IUserSession::class)->getUser());
	}

	public function testWhoWasNeverHereHasAHomeToo(): void {
		$acts = [
			fn (string $person): mixed => $this->files->find($person, '')?->isFolder,
			fn (string $person): mixed => $this->files->children($person, '') === [],
			fn (string $person): mixed => $this->files->room($person, 'Drive/a') !== 0,
			fn (string $person): mixed => $this->files->makeFolder($person, 'Drive/a')->isFolder,
			fn (string $person): mixed => $this->files->create($person, '', 'a', Content::ofBytes('x'), 1)->size === 1,
			fn (string $person): mixed => $this->files->ending($person, ['.zip'], 1) === [],
		];
		foreach ($acts as $i => $act) {
			$person = Support::person("contract-new-$i-" . bin2hex(random_bytes(4)));
			self::assertTrue($act($person->getUID()), "act $i");
			\OC_Util::tearDownFS();
			$person->delete();
		}
	}

	public function testWhatSomebodyUsesIsLocked(): void {
		$made = $this->create('a', 'x');
		$node = $this->home()->getFirstNodeById($made->id);
		self::assertNotNull($node);
		$node->lock(ILockingProvider::LOCK_EXCLUSIVE);
		try {
			$this->fails(FilesFaultKind::Locked, fn () => $this->files->replace(self::USER, $made->id, $made->etag, Content::ofBytes('y'), null));
			$this->fails(FilesFaultKind::Locked, fn () => $this->files->read(self::USER, $made->id));
		} finally {
			$node->unlock(ILockingProvider::LOCK_EXCLUSIVE);
		}
		self::assertSame('x', $this->bytesOf($made->id));
	}

	public function testIntoAFolderThatIsSharedForReadingNothingIsPut(): void {
		$share = $this->shared(Constants::PERMISSION_READ);

		self::assertFalse($this->files->find(self::USER, 'From Otto')?->writable);
		self::assertFalse($this->files->isFast(self::USER, 'From Otto'));
		$this->fails(FilesFaultKind::ReadOnly, fn () => $this->files->create(self::USER, 'From Otto', 'a', Content::ofBytes('x'), null));
		$this->fails(FilesFaultKind::ReadOnly, fn () => $this->files->makeFolder(self::USER, 'From Otto/b'));
		$this->fails(FilesFaultKind::ReadOnly, fn () => $this->files->createMany(self::USER, 'From Otto', [new NewFile('a', Content::ofBytes('x'), 1)]));
		Server::get(IManager::class)->deleteShare($share);
	}

	public function testIntoAFolderThatIsSharedForWritingFilesGoOneByOne(): void {
		$share = $this->shared(Constants::PERMISSION_ALL);

		self::assertFalse($this->files->isFast(self::USER, 'From Otto'));
		$made = $this->files->create(self::USER, 'From Otto', 'a', Content::ofBytes('x'), 77);
		self::assertSame(['From Otto/a', 77], [$made->path, $made->modifiedAt]);
		self::assertNotNull($this->files->byId('contract-out', $made->id));
		$many = $this->files->createMany(self::USER, 'From Otto', [new NewFile('b', Content::ofBytes('y'), 78), new NewFile('a', Content::ofBytes('y'), 79)]);
		self::assertSame([['From Otto/b', 78], FilesFaultKind::Taken], [$many[0] instanceof StoredFile ? [$many[0]->path, $many[0]->modifiedAt] : [], $many[1] instanceof FilesFault ? $many[1]->kind : null]);
		Server::get(IManager::class)->deleteShare($share);
	}

	public function testWhatLiesOnTheDiskUnknownIsFoundAndNotOverwritten(): void {
		file_put_contents(Support::dataFolder() . '/contract-in/files/Contract/left', 'by a kill');

		$this->fails(FilesFaultKind::Taken, fn () => $this->create('left', 'x'));
		self::assertSame(9, $this->files->find(self::USER, self::HOME . '/left')?->size);
		file_put_contents(Support::dataFolder() . '/contract-in/files/Contract/left too', 'by a kill');
		$stored = $this->files->createMany(self::USER, self::HOME, [new NewFile('left too', Content::ofBytes('x'), 1)]);
		self::assertSame([FilesFaultKind::Taken], array_column($stored, 'kind'));
	}

	public function testWhatAKilledProcessHasLeftIsSeenOnceItIsSilent(): void {
		$path = Support::dataFolder() . '/contract-in/files/Contract/half';
		$folder = $this->home()->get(self::HOME);
		$storage = $folder->getStorage();
		self::assertInstanceOf(ILockingStorage::class, $storage);
		// As it is left: on the disk, unknown, and locked by nobody who lives.
		file_put_contents($path, 'hal');
		$storage->acquireLock($folder->getInternalPath() . '/half', ILockingProvider::LOCK_EXCLUSIVE, Server::get(ILockingProvider::class));
		$this->fails(FilesFaultKind::Locked, fn () => $this->create('half', 'x'));
		$this->fails(FilesFaultKind::Locked, fn () => $this->files->find(self::USER, self::HOME . '/half'));

		touch($path, time() - 200);
		$half = $this->files->find(self::USER, self::HOME . '/half');
		self::assertSame(3, $half?->size);
		self::assertSame('hal', $this->bytesOf($half->id));
		self::assertSame(5, $this->files->replace(self::USER, $half->id, $half->etag, Content::ofBytes('whole'), 5)->size);
	}

	public function testTheLockThatAKilledProcessHasLeftOnAWholeFileIsTakenAwayOnceItIsSilent(): void {
		$made = $this->create('a', 'x');
		$folder = $this->home()->get(self::HOME);
		$storage = $folder->getStorage();
		$locks = Server::get(ILockingProvider::class);
		self::assertInstanceOf(ILockingStorage::class, $storage);
		$storage->acquireLock($folder->getInternalPath() . '/a', ILockingProvider::LOCK_EXCLUSIVE, $locks);
		$clock = new FixedClock(time());
		$files = new NodeFiles(Support::adapter(Homes::class), Support::adapter(NameRules::class), Support::adapter(FastFolder::class), $locks, new DeadWrites($locks, $clock));
		try {
			$files->read(self::USER, $made->id);
			self::fail('It was read.');
		} catch (FilesFault $e) {
			self::assertSame(FilesFaultKind::Locked, $e->kind);
			self::assertEqualsWithDelta(120, $e->waitSeconds, 10);
		}

		$clock->advance(200);
		$stream = $files->read(self::USER, $made->id);
		self::assertSame('x', stream_get_contents($stream));
		fclose($stream);
		self::assertSame(3, $this->files->replace(self::USER, $made->id, $made->etag, Content::ofBytes('new'), 5)->size);
	}

	public function testOneByOneAndManyAtOnceAreKnownToTheServerAlike(): void {
		$one = $this->files->create(self::USER, self::HOME, 'one.pdf', Content::ofBytes('%PDF'), 1_234_567_890);
		$this->files->createMany(self::USER, self::HOME, [new NewFile('many.pdf', Content::ofBytes('%PDF'), 1_234_567_890)]);
		$folder = $this->home()->get(self::HOME);
		self::assertInstanceOf(Folder::class, $folder);
		$cache = $folder->getStorage()->getCache();
		$rows = array_map(static function (string $name) use ($cache, $folder): array {
			$row = $cache->get($folder->getInternalPath() . '/' . $name);
			self::assertNotFalse($row);
			return [$row->getSize(), $row->getMTime(), $row->getStorageMTime(), $row->getMimeType(), $row->getPermissions()];
		}, ['one.pdf', 'many.pdf']);

		self::assertSame($rows[0], $rows[1]);
		self::assertSame('application/pdf', $rows[0][3]);
		self::assertSame(8, $folder->getSize());
		self::assertGreaterThan(0, $one->id);
	}

	public function testManyAtOnceAreSeenByWhoeverWatchesTheFoldersAbove(): void {
		$this->files->makeFolder(self::USER, self::HOME . '/a/b');
		$before = [$this->files->find(self::USER, ''), $this->files->find(self::USER, self::HOME), $this->files->find(self::USER, self::HOME . '/a')];
		$this->files->createMany(self::USER, self::HOME . '/a/b', [new NewFile('x', Content::ofBytes('four'), 1), new NewFile('y', Content::ofBytes('five5'), 1)]);
		$after = [$this->files->find(self::USER, ''), $this->files->find(self::USER, self::HOME), $this->files->find(self::USER, self::HOME . '/a')];

		foreach ($before as $i => $folder) {
			self::assertNotSame($folder?->etag, $after[$i]?->etag);
			self::assertSame((int)$folder?->size + 9, $after[$i]?->size);
		}
	}

	private function shared(int $permissions): IShare {
		$root = Server::get(IRootFolder::class);
		$home = $root->getUserFolder('contract-out');
		if (!$home->nodeExists('From Otto')) {
			$home->newFolder('From Otto');
		}
		$shares = Server::get(IManager::class);
		$share = $shares->newShare();
		$share->setNode($home->get('From Otto'))->setShareType(IShare::TYPE_USER)->setSharedBy('contract-out')->setSharedWith('contract-in')->setPermissions($permissions);
		$share = $shares->createShare($share);
		$shares->acceptShare($share, 'contract-in');
		\OC_Util::tearDownFS();
		return $share;
	}

	private function limit(int $bytes): void {
		// The account itself rounds what it is given.
		Server::get(IConfig::class)->setUserValue('contract-in', 'files', 'quota', "$bytes B");
		\OC_Util::tearDownFS();
	}

	private function home(): Folder {
		return Server::get(IRootFolder::class)->getUserFolder('contract-in');
	}

	private function clear(): void {
		\OC_Util::tearDownFS();
		foreach (['contract-in' => self::HOME, 'contract-out' => 'From Otto'] as $person => $folder) {
			Server::get(IUserSession::class)->setVolatileActiveUser(Support::person($person));
			$root = Server::get(IRootFolder::class);
			$home = $root->getUserFolder($person);
			if ($home->nodeExists($folder)) {
				$home->get($folder)->delete();
			}
			// Versions stay when the folder goes.
			if ($root->nodeExists("/$person/files_versions/$folder")) {
				$root->get("/$person/files_versions/$folder")->delete();
			}
			Server::get(IUserSession::class)->setVolatileActiveUser(null);
		}
		\OC_Util::tearDownFS();
	}
}
