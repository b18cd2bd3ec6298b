<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory;

enum SurveyState: string {
	/** People are asked, from its first to its last day. */
	case Open = 'open';
	/** Somebody ended it early: nothing is taken any more. */
	case Closed = 'closed';
	/** It was counted; what was counted does not change any more. */
	case Frozen = 'frozen';
	case Published = 'published';
}
