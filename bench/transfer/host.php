<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

use OCA\Compagnon\Demo\Console\Space;

// The space that is measured, as a worker of its own has it: the Nextcloud of COMPAGNON_NEXTCLOUD, loaded as its occ does
// and with the app as it is installed there, or the demo of COMPAGNON_DATA. Gives a function that makes an object of a class.

if ((string)getenv('COMPAGNON_HOST') === 'demo') {
	require __DIR__ . '/../../demo/vendor/autoload.php';
	return (new Space((string)getenv('COMPAGNON_DATA')))->container()->get(...);
}

define('OC_CONSOLE', 1);
require_once (string)getenv('COMPAGNON_NEXTCLOUD') . '/lib/base.php';
\OCP\Server::get(\OCP\App\IAppManager::class)->loadApps();
return \OCP\Server::get(...);
