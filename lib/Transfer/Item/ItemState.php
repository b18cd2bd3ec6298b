<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Item;

/**
 * Where an item stands. Every item that was found ends in exactly one of the last six:
 * found = verified + identical + skipped + unsupported + vanished + failed, in items and in bytes.
 */
enum ItemState: string {
	/** Listed, not yet given a place. */
	case Found = 'found';
	/** Has a place and waits for its turn, perhaps again. */
	case Queued = 'queued';
	/** Its bytes are coming; what has arrived is in staging. */
	case Fetching = 'fetching';
	/** Complete and checked; being written at this moment, or was when the power went. */
	case Writing = 'writing';
	/** In the space, read back, equal. */
	case Verified = 'verified';
	/** The space has the very same already. */
	case Identical = 'identical';
	/** Left out because somebody chose so. */
	case Skipped = 'skipped';
	/** Cannot be taken out of the source by anybody. */
	case Unsupported = 'unsupported';
	/** Was there at the scan and is not any more. */
	case Vanished = 'vanished';
	/** Did not come, for a reason that is told; can be tried again. */
	case Failed = 'failed';

	public function isEnd(): bool {
		return match ($this) {
			self::Found, self::Queued, self::Fetching, self::Writing => false,
			default => true,
		};
	}
}
