<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

// Run by nextcloudSpace.ts: php make-member.php FOLDER MEMBER
// Makes an account on the Nextcloud in that folder, as occ would in two to four runs, each of which starts the server. MEMBER is JSON:
// {"id": …, "password": …, "isAdmin": …, "settings": [[app, key, value], …]}

use OCP\App\IAppManager;
use OCP\IConfig;
use OCP\IGroupManager;
use OCP\IUserManager;
use OCP\Server;

/** @var list<string> $argv */
[, $folder, $json] = $argv;

require $folder . '/lib/base.php';
try {
	/** @var array{id: string, password: string, isAdmin: bool, settings: list<array{string, string, string}>} $member */
	$member = json_decode($json, true, flags: JSON_THROW_ON_ERROR);
	// Apps that do something for a new account are there, as with occ.
	Server::get(IAppManager::class)->loadApps();
	$user = Server::get(IUserManager::class)->createUser($member['id'], $member['password'])
		?: throw new RuntimeException("{$member['id']} could not be made");
	$user->setDisplayName($member['id']);
	if ($member['isAdmin']) {
		Server::get(IGroupManager::class)->get('admin')->addUser($user);
	}
	foreach ($member['settings'] as [$app, $key, $value]) {
		Server::get(IConfig::class)->setUserValue($member['id'], $app, $key, $value);
	}
} catch (Throwable $e) {
	// The server would show nothing of it.
	fwrite(STDERR, $e->getMessage() . "\n");
	exit(1);
}
