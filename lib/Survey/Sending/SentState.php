<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Survey\Sending;

/** What became of a report. */
enum SentState: string {
	/** Figures that the observatory has not signed for yet. */
	case Waiting = 'waiting';
	/** Figures whose token was refused, and that are sealed again with another one. */
	case Renew = 'renew';
	/** The observatory has signed for it. */
	case Sent = 'sent';
	/** The observatory did not take it. */
	case Refused = 'refused';
	/** It never left. */
	case NotSent = 'not_sent';
	/** The observatory is asked to erase it. */
	case Withdrawing = 'withdrawing';
	/** It is gone: it had not left, or the observatory has signed that it erased it. */
	case Withdrawn = 'withdrawn';
	/** The results were frozen before it could be withdrawn. */
	case TooLate = 'too_late';
}
