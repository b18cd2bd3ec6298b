<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Http;

/** Takes the body of an answer piece by piece. Bodies of errors do not come here. */
interface Sink {
	/**
	 * Once, before the first byte, when the answer is 2xx.
	 *
	 * @return bool false ends the request: this is not what was asked for
	 */
	public function begin(Answer $head): bool;

	/** @return bool false ends the request: it cannot be taken */
	public function write(string $bytes): bool;
}
