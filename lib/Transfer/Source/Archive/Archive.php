<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Source\Archive;

use OCA\Compagnon\Transfer\Fault\Fault;

/** What lies in an archive, in the order of the archive. */
interface Archive {
	/** Raw name of what comes first, or its beginning. */
	public function firstName(): string;

	/** For the items: "zip", "tar" or "tgz". */
	public function form(): string;

	/**
	 * @return \Generator<int, ?Entry> null now and then while much has to be read through: a moment to pause
	 * @throws Fault when it is broken
	 */
	public function entries(): \Generator;
}
