<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tour\Check;

/** What the tour check in the browser says of the target of a step. */
enum Seen: string {
	case Found = 'found';
	/** The page opened, and nothing on it is what the step points at. */
	case Missing = 'missing';
	/** Not looked for: it is there only after an act, or only for people with other rights. */
	case Unchecked = 'unchecked';
	/** The page did not open. */
	case Unreached = 'unreached';

	/** Whether members meet something that is broken there. */
	public function isWrong(): bool {
		return $this === self::Missing || $this === self::Unreached;
	}
}
