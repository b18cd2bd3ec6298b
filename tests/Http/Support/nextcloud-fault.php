<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

// Run by NextcloudSpace in a process of its own: php nextcloud-fault.php ROOT hide|show|spoil [ID]

use OCP\IDBConnection;
use OCP\Server;

/** @var list<string> $argv */
[, $root, $act, $id] = $argv + [3 => ''];
require $root . '/lib/base.php';

$database = Server::get(IDBConnection::class);
$tables = ['tour_progress', 'missing_target'];
match ($act) {
	'hide' => array_map(static fn (string $table): int => $database->executeStatement("ALTER TABLE *PREFIX*compagnon_$table RENAME TO *PREFIX*compagnon_hidden_$table"), $tables),
	'show' => array_map(static fn (string $table): int => $database->executeStatement("ALTER TABLE *PREFIX*compagnon_hidden_$table RENAME TO *PREFIX*compagnon_$table"), $tables),
	'spoil' => $database->executeStatement("UPDATE *PREFIX*compagnon_tour_progress SET state = 'spoilt' WHERE user_id = :id", ['id' => $id]),
	default => throw new LogicException("There is no fault $act"),
};
