<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Source\Archive;

/** Bytes that can be looked at anywhere; cheapest when the places ascend. */
interface Bytes {
	/** @return string from that place on, shorter only where the bytes end */
	public function at(int $from, int $length): string;

	/** @return ?int how many there are; null when only reading them all tells */
	public function size(): ?int;

	/** Whether going back and far ahead costs nothing. */
	public function isSeekable(): bool;

	/**
	 * Goes towards a place as far as a moment allows.
	 *
	 * @return bool whether it is there, or so near that at() does not take long
	 */
	public function approach(int $place): bool;
}
