<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Engine;

use OCA\Compagnon\Transfer\Item\Item;
use OCA\Compagnon\Transfer\Source\Fetch;

/** An item whose bytes are coming. */
final readonly class Download {
	public function __construct(
		public Item $item,
		public Fetch $fetch,
		public Body $body,
	) {
	}
}
