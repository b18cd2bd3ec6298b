<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Adventure;

/** The quest that a person is at. */
final readonly class OpenQuest {
	/** @param ?string $mark how the space was when it was opened (see SpaceFacts::mark); null when nothing is looked up */
	public function __construct(
		public string $quest,
		public Level $level,
		public ?string $mark,
	) {
	}
}
