<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Engine;

use OCA\Compagnon\Transfer\Item\Item;
use OCA\Compagnon\Transfer\Target\Content;

/** An item all of whose bytes are here. */
final readonly class Arrival {
	/** @param string $hashState the hasher with all of them, for whoever goes on after a kill */
	public function __construct(
		public Item $item,
		public Content $content,
		public string $digest,
		public string $hashState,
	) {
	}

	public function with(Item $item): self {
		return new self($item, $this->content, $this->digest, $this->hashState);
	}
}
