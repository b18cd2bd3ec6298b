<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

use OCA\Compagnon\Tests\SuiteOf;

require __DIR__ . '/../vendor/autoload.php';

$suites = SuiteOf::commandLine();
$environment = static fn (string $name): string => (string)getenv($name);
$problem = match (true) {
	in_array('nextcloud', $suites, true) && $suites !== ['nextcloud']
		=> 'The suite "nextcloud" runs alone: vendor/bin/phpunit --testsuite nextcloud',
	in_array('nextcloud', $suites, true) && !is_file($environment('COMPAGNON_NEXTCLOUD') . '/lib/base.php')
		=> 'The suite "nextcloud" needs COMPAGNON_NEXTCLOUD, the root of a Nextcloud in which the app is enabled.',
	in_array('http', $suites, true) && ($environment('COMPAGNON_URL') === '' || !in_array($environment('COMPAGNON_HOST'), ['demo', 'nextcloud'], true))
		=> 'The suite "http" needs a running server: COMPAGNON_URL is its address, COMPAGNON_HOST says whether it is "demo" or "nextcloud".',
	in_array('http', $suites, true) && $environment($environment('COMPAGNON_HOST') === 'demo' ? 'COMPAGNON_DATA' : 'COMPAGNON_NEXTCLOUD') === ''
		=> 'The suite "http" needs COMPAGNON_DATA, the data folder of the demo, or COMPAGNON_NEXTCLOUD, the root of the Nextcloud.',
	default => null,
};
if ($problem !== null) {
	fwrite(STDERR, $problem . "\n");
	exit(1);
}

// The server and the stand-ins for it cannot be loaded into one process.
if ($suites === ['nextcloud']) {
	require __DIR__ . '/nextcloud/bootstrap.php';
} else {
	// The demo's autoloader knows the stand-ins for the OCP classes that controllers touch.
	require __DIR__ . '/../demo/vendor/autoload.php';
}
