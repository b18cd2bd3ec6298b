<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

use OCA\Compagnon\Demo\App\Kernel;
use OCA\Compagnon\Tests\Contract\DemoMovesTest;
use OCA\Compagnon\Tests\Contract\Mover;

require __DIR__ . '/../../vendor/autoload.php';
require_once __DIR__ . '/../../demo/vendor/autoload.php';

$arguments = is_array($_SERVER['argv'] ?? null) ? array_values(array_filter($_SERVER['argv'], 'is_string')) : [];
Mover::work(DemoMovesTest::parts(Kernel::container($arguments[1])), array_slice($arguments, 2));
