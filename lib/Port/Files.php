<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Port;

use OCA\Compagnon\Transfer\Target\Content;
use OCA\Compagnon\Transfer\Target\FilesFault;
use OCA\Compagnon\Transfer\Target\NewFile;
use OCA\Compagnon\Transfer\Target\StoredFile;

/**
 * The files of a person, as a place to move things to. Paths are relative to the person's home, without a slash at
 * either end, in NFC; '' is the home. No session is needed. Every method throws FilesFault.
 */
interface Files {
	public function find(string $userId, string $path): ?StoredFile;

	/** @return ?StoredFile where the file is now, however it is called; null when the person cannot reach it any more */
	public function byId(string $userId, int $fileId): ?StoredFile;

	/**
	 * @return list<StoredFile> what lies directly in the folder
	 * @throws FilesFault missing, when there is no such folder
	 */
	public function children(string $userId, string $path): array;

	/**
	 * Files anywhere in the person's own files, not those that others share with them.
	 *
	 * @param non-empty-list<string> $endings of their names, in lower case: ".zip"
	 * @param positive-int $limit
	 * @return list<StoredFile> the newest first, by their times
	 */
	public function ending(string $userId, array $endings, int $limit): array;

	/**
	 * Makes the folder and those it lies in, as far as they are missing.
	 *
	 * @throws FilesFault taken, when a file has that name; readOnly
	 */
	public function makeFolder(string $userId, string $path): StoredFile;

	/** @return ?int bytes that still fit below this folder; null when no limit is known */
	public function room(string $userId, string $path): ?int;

	/**
	 * Stores a new file, whole or not at all, with its time. Never replaces one.
	 *
	 * @param ?int $modifiedAt UTC seconds
	 * @throws FilesFault taken, full, locked, readOnly, missing, refused
	 */
	public function create(string $userId, string $folder, string $name, Content $content, ?int $modifiedAt): StoredFile;

	/**
	 * Gives a file new content and keeps what it held as an older version.
	 *
	 * @param string $etag what the file was known by: changed when it is another now
	 * @throws FilesFault changed, full, locked, readOnly, missing
	 */
	public function replace(string $userId, int $fileId, string $etag, Content $content, ?int $modifiedAt): StoredFile;

	/** @return StoredFile the same with that time */
	public function touch(string $userId, int $fileId, int $modifiedAt): StoredFile;

	/** Whether createMany() is allowed below this folder: a plain local storage with nothing in between. */
	public function isFast(string $userId, string $folder): bool;

	/**
	 * Stores new files in one folder at once, each whole or not at all. One that is there already is not touched.
	 *
	 * @param non-empty-list<NewFile> $files with names the space allows
	 * @return list<StoredFile|FilesFault> in the same order
	 * @throws FilesFault when nothing could be stored
	 */
	public function createMany(string $userId, string $folder, array $files): array;

	/**
	 * @return resource from its first byte, read only
	 * @throws FilesFault missing, locked
	 */
	public function read(string $userId, int $fileId): mixed;
}
