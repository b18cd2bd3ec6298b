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
 * What is true in a person's own space. Asked only while a step or a quest that waits for it is open; never counted, never sent.
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

	/**
	 * Whether it was ever done, as far as the space shows. What comes with a new account (skeleton and example files, the
	 * example event and the example contact, the birthday calendar, one's own default calendar and address book, the default
	 * Deck board, the note to oneself) does not count. Takes at most 50 ms more than an empty request, with 20,000 files.
	 *
	 * @throws Unavailable when the storage does not answer
	 */
	public function holds(string $userId, Fact $fact): bool;
}
