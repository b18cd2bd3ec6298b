<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

use OCP\Files\IRootFolder;
use OCP\IDBConnection;

// php plant.php USER FILES     files of last year in a hundred folders of somebody's home, and half as many in the bin, as rows

require __DIR__ . '/../transfer/process.php';
$get = require __DIR__ . '/../transfer/host.php';

[, $user, $files] = $argv;
$connection = $get(IDBConnection::class);
$home = $get(IRootFolder::class)->getUserFolder($user);
$storage = (int)$home->getStorage()->getCache()->getNumericStorageId();
$folders = 100;

/** @param list<list<string|int>> $rows */
$insert = static function (array $rows) use ($connection): void {
	foreach (array_chunk($rows, 500) as $some) {
		$places = implode(', ', array_fill(0, count($some), '(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)'));
		$connection->executeStatement("INSERT INTO *PREFIX*filecache (storage, path, path_hash, parent, name, mimetype, mimepart, size, mtime, storage_mtime, permissions) VALUES $places", array_merge(...$some));
	}
};
$mime = static fn (string $name): int => (int)$connection->executeQuery('SELECT id FROM *PREFIX*mimetypes WHERE mimetype = ?', [$name])->fetchOne();
$before = time() - 365 * 86_400;
$row = static fn (string $path, int $parent, int $type, int $size): array => [$storage, $path, md5($path), $parent, basename($path), $type, $type, $size, $before, $before, 31];
$idOf = static fn (string $path): int => (int)$connection->executeQuery('SELECT fileid FROM *PREFIX*filecache WHERE storage = ? AND path_hash = ?', [$storage, md5($path)])->fetchOne();

$connection->beginTransaction();
$folder = $mime('httpd/unix-directory');
$each = intdiv((int)$files, $folders);
$insert([$row('files_trashbin', $idOf(''), $folder, 0)]);
$insert([$row('files_trashbin/files', $idOf('files_trashbin'), $folder, 0)]);
$bin = $idOf('files_trashbin/files');
for ($place = 0; $place < $folders; $place++) {
	$path = "files/Year $place";
	$insert([$row($path, $home->getId(), $folder, $each * 50_000)]);
	$parent = $idOf($path);
	$rows = [];
	for ($file = 0; $file < $each; $file++) {
		$rows[] = $row("$path/letter $file.odt", $parent, $folder + 1, 50_000);
		if ($file % 2 === 0) {
			$rows[] = $row("files_trashbin/files/letter $place-$file.odt.d1", $bin, $folder + 1, 50_000);
		}
	}
	$insert($rows);
}
$connection->commit();
answer(['files' => $each * $folders]);
