<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Source\Archive;

/** Bytes that come one piece after the other. */
interface Pull {
	/** @return ?string '' when nothing is there yet, null when nothing comes any more */
	public function next(): ?string;
}
