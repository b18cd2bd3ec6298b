<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

use OCA\Compagnon\Tests\SuiteOf;

$loader = require __DIR__ . '/../vendor/autoload.php';

// The server and the stand-ins for it cannot be loaded into one process.
if (SuiteOf::commandLine() === ['nextcloud']) {
	require __DIR__ . '/nextcloud/bootstrap.php';
	return;
}
if (in_array('nextcloud', SuiteOf::commandLine(), true)) {
	throw new RuntimeException('The suite "nextcloud" runs alone: vendor/bin/phpunit --testsuite nextcloud');
}

// The demo's autoloader knows the stand-ins for the OCP classes that controllers touch.
require __DIR__ . '/../demo/vendor/autoload.php';
