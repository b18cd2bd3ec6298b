<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Port;

/** Tells a person something while they are elsewhere. */
interface Notifier {
	/**
	 * Replaces what was told about the same thing before.
	 *
	 * @param string $about id of what it is about, for instance of a run
	 * @param string $sentence English source sentence, translated when it is shown
	 * @param array<string, string> $values for `{name}` in the sentence
	 * @param string $link absolute address that opens it
	 */
	public function tell(string $userId, string $about, string $sentence, array $values, string $link): void;

	/** Takes back what was told about it. */
	public function withdraw(string $userId, string $about): void;
}
