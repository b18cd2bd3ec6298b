<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tour\Check;

/** How much a finding of the tour check matters. */
enum Grade: string {
	/** Members meet something that is broken. */
	case Problem = 'problem';
	/** Nothing is broken, but somebody may want to look. */
	case Notice = 'notice';
	/** As it should be; said so that nobody wonders. */
	case Fine = 'fine';
}
