<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

// Loads the Nextcloud of COMPAGNON_NEXTCLOUD as its occ does, then the app as it is installed there, then the tests.

$root = (string)getenv('COMPAGNON_NEXTCLOUD');

/** @var \Composer\Autoload\ClassLoader $loader */
$loader = require __DIR__ . '/../../vendor/autoload.php';
// What the server brings has to win, so ours is asked last; and the app is the installed one, never the checkout.
$loader->unregister();
define('OC_CONSOLE', 1);
require_once $root . '/lib/base.php';
$loader->setPsr4('OCA\\Compagnon\\', [$root . '/apps/compagnon/lib']);
$loader->register();

if (!\OCP\Server::get(\OCP\App\IAppManager::class)->isEnabledForAnyone('compagnon')) {
	fwrite(STDERR, "Compagnon is not enabled in $root: occ app:enable compagnon\n");
	exit(1);
}
\OCP\Server::get(\OCP\App\IAppManager::class)->loadApps();
// The server logs what it is told; PHPUnit has to hear of it.
restore_error_handler();
restore_exception_handler();
error_reporting(E_ALL);
