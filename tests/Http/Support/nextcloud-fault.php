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
match ($act) {
	'hide' => $database->executeStatement('ALTER TABLE *PREFIX*compagnon_tour_progress RENAME TO *PREFIX*compagnon_hidden'),
	'show' => $database->executeStatement('ALTER TABLE *PREFIX*compagnon_hidden RENAME TO *PREFIX*compagnon_tour_progress'),
	'spoil' => $database->executeStatement("UPDATE *PREFIX*compagnon_tour_progress SET state = 'spoilt' WHERE user_id = :id", ['id' => $id]),
	default => throw new LogicException("There is no fault $act"),
};
