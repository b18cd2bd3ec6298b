<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

use OCA\Compagnon\Survey\SpaceFigures;
use OCP\IDBConnection;

// php figures.php plant ACCOUNTS FILES     accounts with homes, files, bins, groups, shares and apps on phones, as rows
// php figures.php measure                  the figures of the space once, as the job has them in a process of its own
// php figures.php survey_client            the whole report of the app that the server comes with

require __DIR__ . '/../transfer/process.php';
$get = require __DIR__ . '/../transfer/host.php';

if ($argv[1] === 'measure') {
	$figures = $get(SpaceFigures::class);
	$began = hrtime(true);
	$measured = $figures->measure();
	answer(['ms' => (hrtime(true) - $began) / 1e6, 'figures' => $measured]);
}
if ($argv[1] === 'survey_client') {
	$collector = $get('OCA\\Survey_Client\\Collector');
	$began = hrtime(true);
	$report = $collector->getReport();
	answer(['ms' => (hrtime(true) - $began) / 1e6, 'items' => count($report['items'])]);
}

[, , $accounts, $files] = $argv;
$connection = $get(IDBConnection::class);

/** @param list<list<string|int>> $rows */
$insert = static function (string $table, string $columns, array $rows) use ($connection): void {
	foreach (array_chunk($rows, 500) as $some) {
		$places = implode(', ', array_fill(0, count($some), '(' . implode(', ', array_fill(0, count($some[0]), '?')) . ')'));
		$connection->executeStatement("INSERT INTO *PREFIX*$table ($columns) VALUES $places", array_merge(...$some));
	}
};
$people = array_map(static fn (int $number): string => "bench-$number", range(1, (int)$accounts));
$connection->beginTransaction();
$insert('users', 'uid, uid_lower, displayname, password', array_map(static fn (string $uid): array => [$uid, $uid, $uid, ''], $people));
$insert('preferences', 'userid, appid, configkey, configvalue', array_map(static fn (int $number, string $uid): array => [$uid, 'login', 'lastLogin', (string)(time() - 86_400 * $number)], array_keys($people), $people));
$insert('storages', 'id, available', array_map(static fn (string $uid): array => ["home::$uid", 1], $people));
$folder = (int)$connection->executeQuery("SELECT id FROM *PREFIX*mimetypes WHERE mimetype = 'httpd/unix-directory'")->fetchOne();
$each = intdiv((int)$files, (int)$accounts);
foreach ($people as $uid) {
	$storage = (int)$connection->executeQuery('SELECT numeric_id FROM *PREFIX*storages WHERE id = ?', ["home::$uid"])->fetchOne();
	$rows = array_map(static fn (string $path): array => [$storage, $path, md5($path), basename($path), $folder, $folder, $each * 50_000], ['', 'files', 'files/folder', 'files_trashbin', 'files_trashbin/files']);
	for ($file = 0; $file < $each; $file++) {
		$rows[] = [$storage, "files/folder/file $file.odt", md5("files/folder/file $file.odt"), "file $file.odt", $folder + 1, $folder + 1, 50_000];
		if ($file % 2 === 0) {
			$rows[] = [$storage, "files_trashbin/files/file $file.odt.d1", md5("files_trashbin/files/file $file.odt.d1"), "file $file.odt.d1", $folder + 1, $folder + 1, 50_000];
		}
	}
	$insert('filecache', 'storage, path, path_hash, name, mimetype, mimepart, size', $rows);
}
$insert('group_user', 'gid, uid', array_map(static fn (int $number, string $uid): array => ['group-' . $number % 5, $uid], array_keys($people), $people));
$insert('share', 'share_type, share_with, uid_owner, uid_initiator, item_type, file_source, permissions, stime, accepted', array_map(
	static fn (int $number): array => [$number % 2 === 0 ? 0 : 3, $number % 2 === 0 ? $people[0] : '', $people[$number % count($people)], $people[$number % count($people)], 'file', $number, 1, time(), 1],
	range(1, 1_000),
));
$insert('authtoken', 'uid, login_name, name, token, type, last_activity, version', array_map(
	static fn (int $number): array => [$people[$number % count($people)], 'x', 'Mozilla/5.0 (X11; Linux x86_64) Firefox/145.0', "bench-$number", 0, time(), 2],
	range(1, 200),
));
$connection->commit();
answer(['accounts' => count($people), 'files' => $each * count($people)]);
