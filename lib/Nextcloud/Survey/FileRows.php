<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Nextcloud\Survey;

use OCA\Compagnon\Port\Database;
use OCP\App\IAppManager;

/**
 * Files of members, on disks and in object stores alike, and of teams (the app Team folders), from the server's list of
 * files. What is stored elsewhere and only shown here is not counted.
 */
final readonly class FileRows {
	private const HOME = 'home::';
	private const OBJECT_HOME = 'object::user:';
	private const HOMES = "(s.id LIKE '" . self::HOME . "%' OR s.id LIKE '" . self::OBJECT_HOME . "%')";
	private const FOLDERS = "(SELECT id FROM *PREFIX*mimetypes WHERE mimetype = 'httpd/unix-directory')";

	public function __construct(
		private Database $database,
		private ExampleFiles $examples,
		private IAppManager $apps,
	) {
	}

	/** @param list<string> $without */
	public function bytes(array $without): int {
		$examples = Listed::of('e', $this->examples->hashes());
		$bytes = $this->bytesInHomes($without, 'f.path_hash = :files', ['files' => md5('files')]);
		if ($examples->values !== []) {
			$bytes -= $this->bytesInHomes($without, "f.path_hash IN ($examples->names)", $examples->values);
		}
		foreach ($this->teamFolders() as $folder) {
			$bytes += max(0, (int)$folder['size']);
		}
		return max(0, $bytes);
	}

	/** @param list<string> $without */
	public function files(array $without, int $most): int {
		$files = $this->filesInHomes($without, $most);
		foreach ($this->teamFolders() as $folder) {
			$files += $files < $most ? $this->filesOfTeam($folder, $most - $files) : 0;
		}
		return $files;
	}

	/**
	 * @param list<string> $without
	 * @param array<string, string> $values
	 */
	private function bytesInHomes(array $without, string $which, array $values): int {
		$left = $this->homes($without);
		return $this->number(
			"SELECT SUM(f.size) AS many FROM *PREFIX*storages s JOIN *PREFIX*filecache f ON f.storage = s.numeric_id WHERE $which AND f.size > 0 AND " . self::HOMES . $left->without('s.id'),
			$values + $left->values,
		);
	}

	/** @param list<string> $without */
	private function filesInHomes(array $without, int $most): int {
		$left = $this->homes($without);
		$examples = Listed::of('e', $this->examples->hashes());
		// Most rows are what is looked for: reading them in a row takes a third of the time that looking each up in an index
		// does, which the sum prevents.
		return $this->limited(
			" FROM *PREFIX*filecache f JOIN *PREFIX*storages s ON s.numeric_id = f.storage + 0 WHERE f.path LIKE 'files/%' AND f.mimetype <> " . self::FOLDERS
			. ' AND ' . self::HOMES . $left->without('s.id') . $examples->without('f.path_hash'),
			$examples->values + $left->values,
			$most,
		);
	}

	/** @param list<string> $without */
	private function homes(array $without): Listed {
		return Listed::of('w', array_merge(...array_map(static fn (string $userId): array => [self::HOME . $userId, self::OBJECT_HOME . $userId], $without)));
	}

	/** @return list<array<string, string|int|float|bool|null>> storage, path and size of each */
	private function teamFolders(): array {
		return $this->apps->isEnabledForAnyone('groupfolders')
			? $this->database->query('SELECT f.storage, f.path, f.size FROM *PREFIX*group_folders g JOIN *PREFIX*filecache f ON f.fileid = g.root_id')
			: [];
	}

	/** @param array<string, string|int|float|bool|null> $folder */
	private function filesOfTeam(array $folder, int $most): int {
		$path = (string)preg_replace('/[!%_]/', '!$0', (string)$folder['path']);
		return $this->limited(
			" FROM *PREFIX*filecache f WHERE f.storage = :storage AND f.path LIKE :path ESCAPE '!' AND f.mimetype <> " . self::FOLDERS,
			['storage' => (int)$folder['storage'], 'path' => $path . ($path === '' ? '%' : '/%')],
			$most,
		);
	}

	/** @param array<string, string|int> $values */
	private function limited(string $rows, array $values, int $most): int {
		return $this->number("SELECT COUNT(*) AS many FROM (SELECT f.fileid$rows LIMIT $most) counted", $values);
	}

	/** @param array<string, string|int> $values */
	private function number(string $sql, array $values): int {
		// A sum comes as text from MariaDB and PostgreSQL, and as nothing of no rows.
		return (int)$this->database->query($sql, $values)[0]['many'];
	}
}
