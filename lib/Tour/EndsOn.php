<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tour;

/** How a step ends. */
enum EndsOn: string {
	/** The person says so. */
	case Next = 'next';
	/** The person clicks the target. */
	case Click = 'click';
	/** Something has become true in the space. */
	case Fact = 'fact';
}
