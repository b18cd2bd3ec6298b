<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Engine;

use OCA\Compagnon\Transfer\Hash\HashAlgorithm;
use OCA\Compagnon\Transfer\Item\Item;

/** By what the bytes of an item are compared: as its source does, or by our own where the source has none. */
final readonly class Checksum {
	public static function of(Item $item): HashAlgorithm {
		return $item->algorithm ?? HashAlgorithm::Sha256;
	}
}
