<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Names;

/** The name something gets here, and why when it is another one than at the source. */
final readonly class PlannedName {
	/** @param list<RenameReason> $reasons none when everybody reads the same name: another form of the same letters is none */
	public function __construct(
		public string $name,
		public array $reasons,
	) {
	}

	public function isRenamed(): bool {
		return $this->reasons !== [];
	}

	/** @return bool false when no name would do: the folders it lies in are too deep */
	public function fits(): bool {
		return !in_array(RenameReason::NoRoomInPath, $this->reasons, true);
	}
}
