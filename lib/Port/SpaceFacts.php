<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Port;

use OCA\Compagnon\Error\Unavailable;
use OCA\Compagnon\Tour\Fact;

/**
 * What is true in a person's own space. Asked only while a step that waits for it is open; never counted, never sent.
 */
interface SpaceFacts {
	/**
	 * Remembers how the space is now, so that only what comes later counts.
	 *
	 * @return string opaque, at most 64 characters
	 * @throws Unavailable when the storage does not answer
	 */
	public function mark(string $userId, Fact $fact): string;

	/**
	 * Whether the fact has come true since the mark was taken. What was there before does not count, but for a state
	 * (see Fact::isState), which holds whenever it is so now. A fact of an app that is not here, or not for this person,
	 * never holds.
	 *
	 * @throws Unavailable when the storage does not answer
	 */
	public function holdsSince(string $userId, Fact $fact, string $mark): bool;
}
