<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

// The demo's autoloader knows the stand-ins for the OCP classes that controllers touch.
require __DIR__ . '/../vendor/autoload.php';
require __DIR__ . '/../demo/vendor/autoload.php';
