<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tour\Check;

/** How wide the window is in which a page was looked at. */
enum Device: string {
	/** 1280 pixels. */
	case Wide = 'wide';
	/** 390 pixels. */
	case Phone = 'phone';
}
