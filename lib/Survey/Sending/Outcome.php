<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Survey\Sending;

/** Why a report was not taken, or did not leave. */
enum Outcome: string {
	/** Another report with the same token is there: this space, or the copy that it was restored from, has sent one. */
	case AlreadySent = 'already_sent';
	/** The observatory does not know this kind of report. */
	case Unfit = 'unfit';
	case Closed = 'closed';
	case TooBig = 'too_big';
	case BadToken = 'bad_token';
	/** Its quarter has been over for two weeks. */
	case Late = 'late';
	/** Sending was switched off. */
	case Off = 'off';
	/** Another observatory was named. */
	case Moved = 'moved';
	/** It was taken back before it left. */
	case Before = 'before';
	/** The observatory had no such report. */
	case NotThere = 'not_there';
	/** The withdrawal was never answered. */
	case Unanswered = 'unanswered';
}
