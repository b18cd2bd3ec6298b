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
	/** The person opens the menu that the target is in, and clicks the target there. */
	case Choose = 'choose';
	/** The person writes something in the target. */
	case Type = 'type';
	/** The browser gets to a path. */
	case Page = 'page';
	/** The page's bus tells an event. */
	case Event = 'event';
	/** Something has become true in the space. */
	case Fact = 'fact';
}
