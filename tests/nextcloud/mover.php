<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

use OCA\Compagnon\Tests\Contract\Mover;
use OCA\Compagnon\Tests\Nextcloud\NextcloudMovesTest;

require __DIR__ . '/bootstrap.php';

$arguments = is_array($_SERVER['argv'] ?? null) ? array_values(array_filter($_SERVER['argv'], 'is_string')) : [];
Mover::work(NextcloudMovesTest::parts($arguments[1]), array_slice($arguments, 2));
