<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Engine;

use OCA\Compagnon\Transfer\Item\Item;
use OCA\Compagnon\Transfer\Item\ItemState;
use OCA\Compagnon\Transfer\Target\StoredFile;

/** An item that is in the space. */
final readonly class Delivery {
	/**
	 * @param ItemState $to verified, or identical when it was there before
	 * @param ?string $digest of a file
	 */
	public function __construct(
		public Item $item,
		public ItemState $from,
		public ItemState $to,
		public StoredFile $stored,
		public ?string $digest,
	) {
	}
}
