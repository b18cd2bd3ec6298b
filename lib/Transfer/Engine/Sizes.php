<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Engine;

/** What becomes of a file by its size: where its bytes go as they come, and in how many pieces. */
class Sizes {
	/** Up to 64 KiB it comes into memory, where a kill takes it away; above, into staging. */
	public int $memory = 65_536;
	/** The same for what is read on this machine, which costs nobody's line when it is read again: 4 MiB. */
	public int $near = 4_194_304;
	/** From 250 MiB on it comes in several ranges at once: below, one connection is as good. */
	public int $from = 262_144_000;
	/** @var positive-int of one range */
	public int $segment = 33_554_432;
}
