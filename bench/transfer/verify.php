<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

use Doctrine\DBAL\Connection;
use OCA\Compagnon\Demo\Files\Blobs;
use OCP\Files\File;
use OCP\Files\Folder;
use OCP\Files\IRootFolder;
use OCP\IDBConnection;

// php verify.php USER TARGET TRUTH
// Whether the space has what the provider has: every file by its row in the table of files, its size and time there, and the
// checksum of the bytes that it gives. TRUTH is the stand-in's own list. Nothing of the app is used.

require __DIR__ . '/process.php';
$get = require __DIR__ . '/host.php';
[, $user, $target, $truth] = $argv;

/** @var array<string, array{int, int, string}> $there path to size, time, checksum */
$there = [];
if ((string)getenv('COMPAGNON_HOST') === 'demo') {
	$rows = $get(Connection::class)->fetchAllAssociative('SELECT * FROM nodes WHERE owner = ? AND trashed_at IS NULL', [$user]);
	$nodes = array_column($rows, null, 'id');
	$path = static function (array $node) use (&$path, $nodes): string {
		$parent = $nodes[$node['parent']] ?? null;
		return ($parent === null ? '' : $path($parent)) . '/' . $node['name'];
	};
	foreach ($rows as $row) {
		if ((int)$row['folder'] === 0) {
			$there[$path($row)] = [(int)$row['size'], (int)$row['changed_at'], (string)md5_file($get(Blobs::class)->path((int)$row['id']))];
		}
	}
} else {
	$walk = static function (Folder $folder, string $path) use (&$walk, &$there): void {
		foreach ($folder->getDirectoryListing() as $node) {
			if ($node instanceof Folder) {
				$walk($node, "$path/{$node->getName()}");
			} elseif ($node instanceof File) {
				$hash = hash_init('md5');
				$stream = $node->fopen('r');
				$size = hash_update_stream($hash, $stream);
				fclose($stream);
				$there["$path/{$node->getName()}"] = [$node->getSize() === $size ? $size : -1, $node->getMTime(), hash_final($hash)];
			}
		}
	};
	$home = $get(IRootFolder::class)->getUserFolder($user);
	if ($home->nodeExists($target)) {
		$walk($home->get($target), "/$target");
	}
}

$wrong = [];
$missing = [];
$files = 0;
$bytes = 0;
foreach (json_decode((string)file_get_contents($truth), true)['items'] as $item) {
	if ($item['kind'] !== 'file' || $item['trashed']) {
		continue;
	}
	$files++;
	$bytes += $item['size'];
	$path = "/$target{$item['path']}";
	$found = $there[$path] ?? null;
	unset($there[$path]);
	if ($found === null) {
		$missing[] = $path;
	} elseif ($found !== [$item['size'], (int)strtotime($item['mtime']), $item['md5']]) {
		$wrong[] = $path;
	}
}
// What the app writes about the move lies beside what came.
$there = array_filter($there, static fn (string $path): bool => !str_starts_with($path, "/$target/Rapport de d"), ARRAY_FILTER_USE_KEY);
$activity = null;
if ((string)getenv('COMPAGNON_HOST') !== 'demo') {
	$query = $get(IDBConnection::class)->getQueryBuilder();
	$query->select($query->func()->count('*', 'rows'))->from('activity')->where($query->expr()->eq('affecteduser', $query->createNamedParameter($user)));
	$activity = (int)$query->executeQuery()->fetchOne();
}
answer([
	'files' => $files,
	'bytes' => $bytes,
	'missing' => count($missing),
	'wrong' => count($wrong),
	'extra' => count($there),
	'activity' => $activity,
	'examples' => array_slice([...$missing, ...$wrong, ...array_keys($there)], 0, 5),
]);
