<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Controller\Http;

/**
 * A controller of which nothing is written to the platform's log: there, each entry carries the address of whoever asked,
 * and an exception what they sent. Its faults are kept by day, see OCA\Compagnon\Observatory\Troubles.
 */
interface Unlogged {
}
