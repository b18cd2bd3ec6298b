<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Survey;

/** Measures the space. Members who do not want to be counted are left out before anything is put into a band. */
interface SpaceFigures {
	/**
	 * @return array<string, string|list<string>|null> a band, or a list of choices, by name of the figure; null when it could not
	 *                                                be measured, or would describe a person
	 */
	public function measure(): array;
}
