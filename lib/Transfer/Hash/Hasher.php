<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Hash;

/** A checksum that grows with the bytes and that can be put aside and gone on with in another process. */
interface Hasher {
	public function add(string $bytes): void;

	/** @return string lower-case hex of all bytes so far; more can be added afterwards */
	public function digest(): string;

	/** @return string printable, for a text column */
	public function freeze(): string;
}
