<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Engine;

/** From what size on a file comes in several ranges at once, and how long these are. */
class RangeSizes {
	/** 250 MiB: below, one connection is as good. */
	public int $from = 262_144_000;
	/** @var positive-int */
	public int $segment = 33_554_432;
}
