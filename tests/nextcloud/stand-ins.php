<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

// Run in a process of its own, without a Nextcloud: prints the signatures of all stand-ins as JSON.

use OCA\Compagnon\Tests\Nextcloud\Signatures;

require __DIR__ . '/../../vendor/autoload.php';
require __DIR__ . '/../../demo/vendor/autoload.php';

$folder = __DIR__ . '/../../demo/ocp';
$signatures = [];
foreach (new RecursiveIteratorIterator(new RecursiveDirectoryIterator($folder, FilesystemIterator::SKIP_DOTS)) as $file) {
	assert($file instanceof SplFileInfo);
	/** @var class-string $class */
	$class = 'OCP' . strtr(substr($file->getPathname(), strlen($folder), -4), '/', '\\');
	$signatures[$class] = Signatures::of($class);
}
ksort($signatures);
echo json_encode($signatures, JSON_THROW_ON_ERROR | JSON_PRESERVE_ZERO_FRACTION);
