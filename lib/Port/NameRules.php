<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Port;

/** Which names the space allows for files and folders. */
interface NameRules {
	public function allows(string $name): bool;

	/** @return string without what is forbidden in this space; may still be too long or taken */
	public function clean(string $name): string;

	/** @return positive-int longest name in bytes of UTF-8 */
	public function maxBytes(): int;

	/** @return positive-int longest path in characters, from the person's home */
	public function maxPath(): int;
}
