<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

// Generated spaces of a host answer an observatory, over HTTP, once each:
//   php crowd.php ADDRESS URL FILE PERIOD SPACES SURVEY...    FILE holds the key of the host, as observatory:host make-key wrote it

use OCA\Compagnon\Demo\Crowd\Crowd;
use OCA\Compagnon\Demo\Crowd\Line;
use OCA\Compagnon\Openl\Period;

require __DIR__ . '/../../../demo/vendor/autoload.php';

/** @var list<string> $argv */
[, $address, $url, $file, $period, $spaces] = $argv;
$crowd = new Crowd(new Line($address, $url), (string)base64_decode((string)file_get_contents($file), true));
$crowd->answer((int)$spaces, new Period($period), array_slice($argv, 6));
