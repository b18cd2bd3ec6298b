<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

use OCA\Compagnon\Port\Files;
use OCA\Compagnon\Transfer\Target\Content;

// php put.php USER FILE
// Puts a file of this machine among the files of somebody.

require __DIR__ . '/process.php';
$get = require __DIR__ . '/host.php';
[, $user, $file] = $argv;
answer(['id' => $get(Files::class)->create($user, '', basename($file), Content::ofFile($file), null)->id]);
