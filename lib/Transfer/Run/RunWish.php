<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Run;

/** What somebody wants a run to do; its worker looks every second. */
enum RunWish: string {
	case Pause = 'pause';
	case Cancel = 'cancel';
}
