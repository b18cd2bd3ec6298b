<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory\Publisher\Count;

/** How the answers to a question are counted. */
enum Shape: string {
	/** One answer of several without an order. */
	case One = 'one';
	/** One yes or no for each option. */
	case Several = 'several';
	/** One place on a scale, or one band: neighbours can be counted together. */
	case Ordered = 'ordered';
	/** 0 to 10, in three groups. */
	case Recommend = 'recommend';
	/** Ten items that come to a score of 0 to 100. */
	case Fsus = 'fsus';

	public function hasOrder(): bool {
		return $this === self::Ordered || $this === self::Recommend || $this === self::Fsus;
	}
}
