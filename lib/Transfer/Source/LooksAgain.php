<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Source;

use OCA\Compagnon\Transfer\Fault\Fault;
use OCA\Compagnon\Transfer\Item\Item;

/** A source in which people go on working while it is moved: it can say what one item is by now. */
interface LooksAgain {
	/**
	 * @return FoundItem as a listing would have it now; its place does not count
	 * @throws Fault of kind Vanished when it is not there any more
	 */
	public function look(Access $access, Item $item): FoundItem;
}
