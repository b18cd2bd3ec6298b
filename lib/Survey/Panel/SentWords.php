<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Survey\Panel;

use OCA\Compagnon\Port\Texts;
use OCA\Compagnon\Survey\Sending\Outcome;
use OCA\Compagnon\Survey\Sending\SentState;

/** What became of a report, as a sentence. */
final readonly class SentWords {
	private const SENTENCES = [
		'planned' => 'Measured. It leaves on that day, as it is shown here.',
		'waiting' => 'Sealed. The observatory has not confirmed it yet; it is sent again as it is until it does.',
		'renew' => 'The observatory did not know the permission it was sent with. It is sealed again with a new one.',
		'sent' => 'The observatory has it and has signed for it.',
		'withdrawing' => 'The observatory is asked to erase it, until it has answered.',
		'too_late' => 'The results were frozen before: it is only part of sums by now, and is erased with all others three months after the freeze.',
		'withdrawn' => 'Taken back: the observatory has erased it and has signed for that.',
		'not_sent' => 'Not sent.',
		'refused' => 'Not taken by the observatory.',
		'already_sent' => 'Already sent: this space, or the one that it was restored from, has sent a report with this permission before. That one counts.',
		'unfit' => 'Not taken: the observatory does not know this kind of report. It is not sent again.',
		'closed' => 'Not taken: the survey was over.',
		'too_big' => 'Not taken: it was too large.',
		'bad_token' => 'Not taken: the observatory did not know the permission it was sent with.',
		'late' => 'Not sent: the observatory could not be reached until two weeks after the quarter.',
		'off' => 'Not sent: sending was switched off before.',
		'moved' => 'Not sent: another observatory was named before.',
		'before' => 'Taken back before it left.',
		'not_there' => 'Taken back: the observatory has no such report.',
		'unanswered' => 'The observatory could not be told which report to erase: what withdraws it was sealed with another secret of this server.',
	];

	/** States of which there is more to say than what they are. */
	private const SAID_BY_OUTCOME = [SentState::Refused, SentState::NotSent, SentState::Withdrawn];

	public function __construct(
		private Texts $texts,
	) {
	}

	public function planned(): string {
		return $this->texts->t(self::SENTENCES['planned']);
	}

	public function of(SentState $state, ?Outcome $outcome): string {
		$isTold = $outcome === Outcome::Unanswered || in_array($state, self::SAID_BY_OUTCOME, true);
		return $this->texts->t(self::SENTENCES[$isTold && $outcome !== null ? $outcome->value : $state->value]);
	}
}
