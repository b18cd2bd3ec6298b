<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

// Run by NextcloudSpace in a process of its own: php nextcloud-fault.php ROOT hide|show|spoil|connection|copy|sql [ID…]

use OCA\Compagnon\Privacy\Table;
use OCA\Compagnon\Privacy\Tables;
use OCP\App\IAppManager;
use OCP\IDBConnection;
use OCP\Server;

/** @var list<string> $argv */
[, $root, $act, $id, $second, $third] = $argv + [3 => '', '', ''];
require $root . '/lib/base.php';

$database = Server::get(IDBConnection::class);
Server::get(IAppManager::class)->loadApp('compagnon');
$tables = array_map(static fn (Table $table): string => substr($table->name, strlen('compagnon_')), (new Tables())->all());
$sql = static function (string $sql) use ($database): void {
	$result = str_starts_with($sql, 'SELECT') ? $database->executeQuery($sql) : null;
	$result ?? $database->executeStatement($sql);
	echo json_encode($result?->fetchAll() ?? [], JSON_THROW_ON_ERROR);
};
$insert = static fn (string $table, array $row): int => $database->insertIgnoreConflict("compagnon_transfer_$table", $row);
match ($act) {
	'hide' => array_map(static fn (string $table): int => $database->executeStatement("ALTER TABLE *PREFIX*compagnon_$table RENAME TO *PREFIX*compagnon_hidden_$table"), $tables),
	'show' => array_map(static fn (string $table): int => $database->executeStatement("ALTER TABLE *PREFIX*compagnon_hidden_$table RENAME TO *PREFIX*compagnon_$table"), $tables),
	'spoil' => $database->executeStatement("UPDATE *PREFIX*compagnon_tour_progress SET state = 'spoilt' WHERE user_id = :id", ['id' => $id]),
	'connection' => $insert('account', ['id' => $second, 'user_id' => $id, 'source' => 'google', 'state' => 'lost', 'label' => 'lou@example.org', 'sealed' => '', 'revision' => 0, 'created_at' => 1, 'updated_at' => 1]),
	'copy' => $insert('map', ['user_id' => $id, 'origin' => 'google:1', 'item_key' => $third, 'file_id' => (int)$second, 'etag' => '', 'size' => 1, 'stored_at' => 1]),
	'sql' => $sql($id),
	default => throw new LogicException("There is no fault $act"),
};
