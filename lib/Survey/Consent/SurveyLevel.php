<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Survey\Consent;

/** How far a space takes part in surveys. */
enum SurveyLevel: string {
	/** Nothing is asked of anybody, not even whether there are surveys. */
	case Off = 'off';

	/** The list of surveys is fetched, the same for every space. */
	case See = 'see';

	/** Members may answer, each for themselves. */
	case Answer = 'answer';

	public function isOn(): bool {
		return $this !== self::Off;
	}
}
