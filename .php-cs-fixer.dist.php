<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

use Nextcloud\CodingStandard\Config;
use PhpCsFixer\Finder;

require_once __DIR__ . '/vendor-bin/cs/vendor/autoload.php';

$config = new Config();
$config->setCacheFile(__DIR__ . '/build/php-cs-fixer.cache');
$config->setFinder(
	Finder::create()
		->in([__DIR__ . '/lib', __DIR__ . '/demo/src', __DIR__ . '/demo/ocp', __DIR__ . '/demo/public', __DIR__ . '/templates', __DIR__ . '/tests'])
		->append([__DIR__ . '/demo/console', __FILE__]),
);
return $config;
