<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

// Run by NextcloudSpace in a process of its own: php nextcloud-accounts.php ROOT LANGUAGE JSON, a list of id and password

use OCP\IConfig;
use OCP\IUserManager;
use OCP\Server;

/** @var list<string> $argv */
[, $root, $language, $json] = $argv;
require $root . '/lib/base.php';

/** @var list<array{string, string}> $accounts */
$accounts = json_decode($json, true, flags: JSON_THROW_ON_ERROR);
foreach ($accounts as [$id, $password]) {
	$user = Server::get(IUserManager::class)->createUser($id, $password);
	if ($user === false) {
		throw new RuntimeException("no account $id");
	}
	$user->setDisplayName('Test');
	Server::get(IConfig::class)->setUserValue($id, 'core', 'lang', $language);
}
