<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Nextcloud;

use OCA\Compagnon\Nextcloud\Db\NextcloudDatabase;
use OCA\Compagnon\Nextcloud\Survey\ExampleFiles;
use OCA\Compagnon\Nextcloud\Survey\FileRows;
use OCA\Compagnon\Nextcloud\Survey\Listed;
use OCA\Compagnon\Nextcloud\Survey\PeopleRows;
use OCA\Compagnon\Nextcloud\Survey\ServerMeasures;
use OCA\Compagnon\Nextcloud\Survey\TimeLimit;
use OCA\Compagnon\Openl\Metric;
use OCA\Compagnon\Openl\MetricCheck;
use OCA\Compagnon\Port\SpaceMeasures;
use OCA\Compagnon\Survey\SpaceFigures;
use OCA\Compagnon\Tests\Contract\SpaceMeasuresContract;
use OCP\App\IAppManager;
use OCP\IConfig;
use OCP\IDBConnection;
use OCP\IGroupManager;
use OCP\IUserManager;
use OCP\Server;
use OCP\Share\IManager;
use OCP\Share\IShare;
use PHPUnit\Framework\Attributes\CoversClass;

#[CoversClass(ExampleFiles::class)]
#[CoversClass(FileRows::class)]
#[CoversClass(Listed::class)]
#[CoversClass(PeopleRows::class)]
#[CoversClass(ServerMeasures::class)]
#[CoversClass(TimeLimit::class)]
final class NextcloudSpaceMeasuresTest extends SpaceMeasuresContract {
	private Doer $doer;
	/** @var list<\Closure(): mixed> how to undo what was made, the last one first */
	private array $made = [];

	#[\Override]
	protected function setUp(): void {
		parent::setUp();
		$this->doer = new Doer();
	}

	#[\Override]
	protected function tearDown(): void {
		foreach (array_reverse($this->made) as $undo) {
			$undo();
		}
	}

	/** R16: what the server itself puts into an account is not what people made. */
	public function testAnUntouchedAccountIsNothingButAnAccount(): void {
		$this->examples();
		$before = [$this->measures()->files([], 1_000_000), $this->measures()->bytes([]), $this->measures()->groups([]), $this->measures()->shares([]), $this->measures()->links([])];
		foreach ([$this->person, "$this->person-2"] as $person) {
			$this->account($person);
			$this->doer->home($person);
			\OC_Util::copySkeleton($person, $this->doer->home($person));
			self::assertGreaterThan(10, $this->rows("SELECT COUNT(*) FROM *PREFIX*filecache f JOIN *PREFIX*storages s ON s.numeric_id = f.storage WHERE s.id = 'home::$person' AND f.path LIKE 'files/%'"));
		}

		self::assertSame($before, [$this->measures()->files([], 1_000_000), $this->measures()->bytes([]), $this->measures()->groups([]), $this->measures()->shares([]), $this->measures()->links([])]);
	}

	public function testAnExampleThatSomebodyMovedIsTheirs(): void {
		$this->examples();
		$this->account($this->person);
		$home = $this->doer->home($this->person);
		\OC_Util::copySkeleton($this->person, $home);
		$before = $this->measures()->files([], 1_000_000);
		$home->get('Readme.md')->move($home->getPath() . '/mine.md');

		self::assertSame($before + 1, $this->measures()->files([], 1_000_000));
	}

	public function testWhatLiesInTheBinOrIsAFolderIsNoFile(): void {
		$this->account($this->person);
		$before = [$this->measures()->files([], 1_000_000), $this->measures()->bytes([])];
		$folder = $this->doer->home($this->person)->newFolder('folder');
		$folder->newFile('gone', 'words')->delete();

		self::assertSame($before, [$this->measures()->files([], 1_000_000), $this->measures()->bytes([])]);
	}

	/** R17: on an object store, homes have another kind of name. */
	public function testHomesInAnObjectStoreAreCountedToo(): void {
		$before = [$this->measures()->files([], 1_000_000), $this->measures()->bytes([])];
		$this->storage('object::user:contract-elsewhere', ['files' => 500, 'files/a' => 500, 'files_trashbin' => 70, 'files_trashbin/files' => 70, 'files_trashbin/files/b' => 70]);

		self::assertSame([$before[0] + 1, $before[1] + 500], [$this->measures()->files([], 1_000_000), $this->measures()->bytes([])]);
		self::assertSame($before, [$this->measures()->files(['contract-elsewhere'], 1_000_000), $this->measures()->bytes(['contract-elsewhere'])]);
	}

	public function testWhatIsStoredElsewhereAndPreviewsAreNotCounted(): void {
		$before = [$this->measures()->files([], 1_000_000), $this->measures()->bytes([])];
		$this->storage('smb::somebody@elsewhere//share//', ['files' => 500, 'files/a' => 500]);
		$this->storage('local::/contract/data/', ['appdata_x' => 90, 'files' => 500, 'files/a' => 500]);

		self::assertSame($before, [$this->measures()->files([], 1_000_000), $this->measures()->bytes([])]);
	}

	public function testFilesOfTeamsAreCountedWhereverTheyLie(): void {
		$own = $this->storage('local::/contract/data/__groupfolders/7/', ['' => 50, 'files' => 30, 'files/a' => 20, 'files/b' => 10, 'trash' => 20, 'trash/c' => 20]);
		$shared = $this->storage('local::/contract/data/', ['__groupfolders' => 9, '__groupfolders/1' => 4, '__groupfolders/1/a' => 4, '__groupfolders/10' => 5, '__groupfolders/10/b' => 5, '__groupfoldersX1/c' => 5]);
		$this->table('group_folders', 'folder_id INT, root_id BIGINT', ["1, {$own['files']}", "2, {$shared['__groupfolders/1']}"]);
		$without = [$this->rowsOf(false)->files([], 1_000_000), $this->rowsOf(false)->bytes([])];

		self::assertSame([$without[0] + 3, $without[1] + 34], [$this->rowsOf(true)->files([], 1_000_000), $this->rowsOf(true)->bytes([])]);
		self::assertSame($without[0] + 2, $this->rowsOf(true)->files([], $without[0] + 2));
	}

	public function testGuestsAreCountedWhereTheAppIs(): void {
		$this->table('guests_users', 'uid VARCHAR(64)', ["'a@example.org'", "'b@example.org'"]);

		self::assertSame([0, 2, 1], [$this->people(false)->guests([]), $this->people(true)->guests([]), $this->people(true)->guests(['a@example.org'])]);
	}

	/** R15: the app is there and its table is not. */
	public function testAMissingTableIsAFigureThatCannotBeMeasured(): void {
		$this->expectException(\OCA\Compagnon\Error\Unavailable::class);
		$this->people(true)->guests([]);
	}

	public function testSomebodyWhoCannotLogInIsNoMemberAndNotActive(): void {
		$this->account($this->person);
		$this->come($this->person);
		$before = [$this->measures()->accounts([]), $this->measures()->active(time() - 60, [])];
		Support::person($this->person)->setEnabled(false);

		self::assertSame([$before[0] - 1, $before[1] - 1], [$this->measures()->accounts([]), $this->measures()->active(time() - 60, [])]);
		self::assertSame($before[0] - 1, $this->measures()->accounts([$this->person]));
	}

	public function testAGroupCountsOnceSomebodyIsInIt(): void {
		$this->account($this->person);
		$before = $this->measures()->groups([]);
		$group = Server::get(IGroupManager::class)->createGroup('contract-choir');
		self::assertNotNull($group);
		$this->made[] = $group->delete(...);
		self::assertSame($before, $this->measures()->groups([]));
		$group->addUser(Support::person($this->person));
		self::assertSame([$before + 1, $before], [$this->measures()->groups([]), $this->measures()->groups([$this->person])]);

		Doer::admins()->addUser(Support::person($this->person));
		self::assertSame($before + 1, $this->measures()->groups([]));
	}

	public function testAppsOnPhonesAndComputersAreTold(): void {
		$this->account($this->person);
		$before = $this->measures()->withClient(time() - 60, []);
		$this->token($this->person, 'Mozilla/5.0 (X11; Linux x86_64) Firefox/145.0', time());
		$this->token($this->person, 'Mozilla/5.0 (Linux) mirall/3.17.2git (Nextcloud, debian)', time() - 3_600);
		self::assertSame($before, $this->measures()->withClient(time() - 60, []));

		$this->token($this->person, 'Mozilla/5.0 (Android) Nextcloud-android/3.34.0', time());
		$this->token($this->person, 'Mozilla/5.0 (iOS) Nextcloud-iOS/7.1.5', time());
		self::assertSame([$before + 1, $before], [$this->measures()->withClient(time() - 60, []), $this->measures()->withClient(time() - 60, [$this->person])]);
	}

	public function testWhatTheServerBringsIsSaidAndTheSpaceHasBegun(): void {
		self::assertSame(['photos'], $this->measures()->apps(['photos', 'no_such_app']));
		self::assertGreaterThan(1_700_000_000, $this->measures()->begun());
	}

	public function testAStatementThatTakesTooLongIsEnded(): void {
		$connection = Server::get(IDBConnection::class);
		$slow = match ($connection->getDatabaseProvider()) {
			IDBConnection::PLATFORM_MYSQL => 'SELECT COUNT(*) FROM (SELECT BENCHMARK(2000000000, MD5(1)) AS a) b WHERE a = 0',
			IDBConnection::PLATFORM_POSTGRES => 'SELECT pg_sleep(20)',
			default => null,
		};
		$limit = new TimeLimit($connection);
		$began = microtime(true);
		try {
			self::assertSame('done', $limit->over(static fn (): string => $slow === null ? 'done' : (string)$connection->executeQuery($slow)->fetchOne()));
			self::assertNull($slow, 'it was not ended');
		} catch (\OCP\DB\Exception) {
			self::assertNotNull($slow);
		}
		self::assertLessThan(10, microtime(true) - $began);
		// Whoever comes next has all the time there is.
		$unlimited = match ($connection->getDatabaseProvider(true)) {
			IDBConnection::PLATFORM_MARIADB => 'SELECT @@max_statement_time + 0',
			IDBConnection::PLATFORM_MYSQL => 'SELECT @@max_execution_time',
			IDBConnection::PLATFORM_POSTGRES => "SELECT setting FROM pg_settings WHERE name = 'statement_timeout'",
			default => 'SELECT 0',
		};
		self::assertSame(0, (int)$connection->executeQuery($unlimited)->fetchOne());
	}

	public function testTheFiguresOfThisSpaceFitTheProtocol(): void {
		$figures = (new \OCP\AppFramework\App('compagnon'))->getContainer()->get(SpaceFigures::class)->measure();

		(new MetricCheck())->check($figures, Metric::cases());
		self::assertSame('32', $figures['nc_major']);
		self::assertNotNull($figures['members']);
		self::assertNotNull($figures['storage']);
		self::assertNotNull($figures['files']);
	}

	#[\Override]
	protected function measures(): SpaceMeasures {
		return Support::adapter(SpaceMeasures::class);
	}

	#[\Override]
	protected function account(string $id): void {
		$this->made[] = Support::person($id)->delete(...);
	}

	#[\Override]
	protected function come(string $id): void {
		Support::person($id)->updateLastLoginTimestamp();
	}

	#[\Override]
	protected function file(string $id, int $bytes): void {
		$this->doer->home($id)->newFile('seed-' . bin2hex(random_bytes(4)), str_repeat('x', $bytes));
	}

	#[\Override]
	protected function share(string $id): void {
		Support::person('contract-in');
		$this->unshared($this->doer->share($id, IShare::TYPE_USER));
	}

	#[\Override]
	protected function link(string $id): void {
		$this->unshared($this->doer->share($id, IShare::TYPE_LINK));
	}

	private function unshared(IShare $share): void {
		$this->made[] = static fn () => Server::get(IManager::class)->deleteShare($share);
	}

	/** The examples that the server comes with, which test servers are set up without. */
	private function examples(): void {
		foreach (['skeletondirectory', 'templatedirectory'] as $key) {
			$before = Server::get(IConfig::class)->getSystemValue($key, null);
			Server::get(IConfig::class)->setSystemValue($key, Support::root() . '/core/skeleton' . ($key === 'templatedirectory' ? '/Templates' : ''));
			$this->made[] = static fn () => $before === null ? Server::get(IConfig::class)->deleteSystemValue($key) : Server::get(IConfig::class)->setSystemValue($key, $before);
		}
	}

	/**
	 * @param array<string, int> $paths with their sizes
	 * @return array<string, int> ids by path
	 */
	private function storage(string $id, array $paths): array {
		$connection = Server::get(IDBConnection::class);
		$connection->executeStatement('INSERT INTO *PREFIX*storages (id, available) VALUES (?, 1)', [$id]);
		$number = $this->rows('SELECT numeric_id FROM *PREFIX*storages WHERE id = ?', [$id]);
		$this->made[] = static fn () => $connection->executeStatement('DELETE FROM *PREFIX*storages WHERE numeric_id = ?', [$number]);
		$this->made[] = static fn () => $connection->executeStatement('DELETE FROM *PREFIX*filecache WHERE storage = ?', [$number]);
		$folder = $this->rows("SELECT id FROM *PREFIX*mimetypes WHERE mimetype = 'httpd/unix-directory'");
		$ids = [];
		foreach ($paths as $path => $size) {
			$isFolder = array_filter(array_keys($paths), static fn (string $other): bool => str_starts_with($other, "$path/")) !== [] || $path === '';
			$connection->executeStatement('INSERT INTO *PREFIX*filecache (storage, path, path_hash, name, mimetype, mimepart, size) VALUES (?, ?, ?, ?, ?, 0, ?)', [$number, $path, md5($path), basename($path), $isFolder ? $folder : $folder + 1, $size]);
			$ids[$path] = $this->rows('SELECT fileid FROM *PREFIX*filecache WHERE storage = ? AND path_hash = ?', [$number, md5($path)]);
		}
		return $ids;
	}

	/**
	 * A table of an app that is not part of the release.
	 *
	 * @param list<string> $rows
	 */
	private function table(string $name, string $columns, array $rows): void {
		$connection = Server::get(IDBConnection::class);
		$connection->executeStatement("CREATE TABLE *PREFIX*$name ($columns)");
		$this->made[] = static fn () => $connection->executeStatement("DROP TABLE *PREFIX*$name");
		foreach ($rows as $row) {
			$connection->executeStatement("INSERT INTO *PREFIX*$name VALUES ($row)");
		}
	}

	private function token(string $userId, string $name, int $at): void {
		$connection = Server::get(IDBConnection::class);
		$token = 'contract-' . bin2hex(random_bytes(12));
		$connection->executeStatement('INSERT INTO *PREFIX*authtoken (uid, login_name, name, token, type, last_activity, version, password_invalid) VALUES (?, ?, ?, ?, 1, ?, 2, ?)', [$userId, $userId, $name, $token, $at, false], ['string', 'string', 'string', 'string', 'integer', 'boolean']);
		$this->made[] = static fn () => $connection->executeStatement('DELETE FROM *PREFIX*authtoken WHERE token = ?', [$token]);
	}

	private function people(bool $withApps): PeopleRows {
		return new PeopleRows(new NextcloudDatabase(Server::get(IDBConnection::class)), Server::get(IUserManager::class), $this->apps($withApps));
	}

	private function rowsOf(bool $withApps): FileRows {
		$database = new NextcloudDatabase(Server::get(IDBConnection::class));
		return new FileRows($database, new ExampleFiles($database, Server::get(IConfig::class), Server::get(IAppManager::class)), $this->apps($withApps));
	}

	private function apps(bool $enabled): IAppManager {
		$apps = self::createStub(IAppManager::class);
		$apps->method('isEnabledForAnyone')->willReturn($enabled);
		return $apps;
	}

	/** @param list<string|int> $values */
	private function rows(string $sql, array $values = []): int {
		return (int)Server::get(IDBConnection::class)->executeQuery($sql, $values)->fetchOne();
	}
}
