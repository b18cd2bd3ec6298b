<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Nextcloud\Facts;

/** What there is of one kind of deed, such as links or contacts: remembered when a step opens, compared later. */
interface Trace {
	/** @return string at most 64 characters */
	public function mark(): string;

	/** Whether there is anything at all. */
	public function isAny(): bool;

	/** Whether there is something that was not there when the mark was taken. */
	public function hasMoreThan(string $mark): bool;
}
