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
		$bytes = $this->inHomes($without, 'SUM(f.size)', 'f.path_hash = :files AND f.size > 0', ['files' => md5('files')]);
		if ($examples->values !== []) {
			$bytes -= $this->inHomes($without, 'SUM(f.size)', "f.path_hash IN ($examples->names) AND f.size > 0", $examples->values);
		}
		foreach ($this->teamFolders() as $folder) {
			$bytes += max(0, (int)$folder['size']);
		}
		return max(0, $bytes);
	}

	/** @param list<string> $without */
	public function files(array $without, int $most): int {
		$examples = Listed::of('e', $this->examples->hashes());
		$files = $this->inHomes($without, null, "f.path LIKE 'files/%' AND f.mimetype <> " . self::FOLDERS . $examples->without('f.path_hash'), $examples->values, $most);
		foreach ($this->teamFolders() as $folder) {
			$files += $files < $most ? $this->inTeamFolder($folder, $most - $files) : 0;
		}
		return min($files, $most);
	}

	/**
	 * @param list<string> $without
	 * @param ?string $sum of what; null to count rows
	 * @param array<string, string> $values
	 */
	private function inHomes(array $without, ?string $sum, string $where, array $values, int $most = 0): int {
		$left = Listed::of('w', array_merge(...array_map(static fn (string $userId): array => [self::HOME . $userId, self::OBJECT_HOME . $userId], $without)));
		$rows = ' FROM *PREFIX*storages s JOIN *PREFIX*filecache f ON f.storage = s.numeric_id'
			. " WHERE (s.id LIKE '" . self::HOME . "%' OR s.id LIKE '" . self::OBJECT_HOME . "%')" . $left->without('s.id') . " AND $where";
		return $sum === null ? $this->limited($rows, $values + $left->values, $most) : $this->number("SELECT $sum AS many$rows", $values + $left->values);
	}

	/** @return list<array<string, string|int|float|bool|null>> storage, path and size of each */
	private function teamFolders(): array {
		return $this->apps->isEnabledForAnyone('groupfolders')
			? $this->database->query('SELECT f.storage, f.path, f.size FROM *PREFIX*group_folders g JOIN *PREFIX*filecache f ON f.fileid = g.root_id')
			: [];
	}

	/** @param array<string, string|int|float|bool|null> $folder */
	private function inTeamFolder(array $folder, int $most): int {
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
