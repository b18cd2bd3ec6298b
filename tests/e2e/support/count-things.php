<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

// Run by things.ts: php count-things.php demo|nextcloud FOLDER
// Prints how many things people have made there, as JSON by kind.

use OCP\IDBConnection;
use OCP\Server;

/** @var list<string> $argv */
[, $host, $folder] = $argv;

if ($host === 'demo') {
	$pdo = new PDO("sqlite:$folder/demo.sqlite");
	$kinds = ['files' => 'SELECT COUNT(*) FROM nodes', 'shares' => 'SELECT COUNT(*) FROM shares', 'accounts' => 'SELECT COUNT(*) FROM accounts'];
	echo json_encode(array_map(static fn (string $sql): int => (int)$pdo->query($sql)->fetchColumn(), $kinds), JSON_THROW_ON_ERROR);
	exit;
}

require $folder . '/lib/base.php';
$database = Server::get(IDBConnection::class);
$kinds = [
	'files' => ['filecache', "path LIKE 'files/%' OR path LIKE 'files_trashbin/%'"],
	'shares' => ['share', '1 = 1'],
	'calendars' => ['calendars', '1 = 1'],
	'events' => ['calendarobjects', '1 = 1'],
	'contacts' => ['cards', '1 = 1'],
	'accounts' => ['users', '1 = 1'],
	'devices' => ['authtoken', 'type = 1'],
	'albums' => ['photos_albums', '1 = 1'],
	'messages' => ['comments', '1 = 1'],
	'cards' => ['deck_cards', '1 = 1'],
];
$counts = [];
foreach ($kinds as $kind => [$table, $where]) {
	if ($database->tableExists($table)) {
		$counts[$kind] = (int)$database->executeQuery("SELECT COUNT(*) FROM *PREFIX*$table WHERE $where")->fetchOne();
	}
}
echo json_encode($counts, JSON_THROW_ON_ERROR);
