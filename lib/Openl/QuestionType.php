<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Openl;

/** Kinds of questions. Each may be refused. */
enum QuestionType: string {
	/** One of several options. */
	case One = 'one';

	/** Any of several options, at most so many, and perhaps own words beside. */
	case Several = 'several';

	/** A number of 1 to 5 or 1 to 7, with words at both ends. */
	case Scale = 'scale';

	/** One of several options that follow one another. */
	case Band = 'band';

	/** 0 to 10: would you recommend it? */
	case Recommend = 'recommend';

	/** The ten items of the validated French System Usability Scale, 1 to 5 each. */
	case Fsus = 'fsus';

	/** Own words, which travel in a report of their own. */
	case Text = 'text';

	public function hasOptions(): bool {
		return in_array($this, [self::One, self::Several, self::Band], true);
	}
}
