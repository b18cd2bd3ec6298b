<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Survey\Panel;

use OCA\Compagnon\Port\Texts;
use OCA\Compagnon\Survey\Catalogue\Observatories;
use OCA\Compagnon\Survey\Day;
use OCA\Compagnon\Survey\Sending\Outcome;
use OCA\Compagnon\Survey\Sending\SentState;
use OCA\Compagnon\Survey\Sending\Trouble;
use OCA\Compagnon\Survey\Sending\Troubles;

/** What does not work, and what became of a report, as sentences. */
final readonly class SurveyWords {
	public function __construct(
		private Texts $texts,
		private Troubles $troubles,
		private Observatories $observatories,
	) {
	}

	/** @return list<string> what does not work at the moment, with what to do */
	public function troubles(): array {
		$all = $this->troubles->all();
		if ($this->observatories->isMiswritten()) {
			$all[Trouble::Miswritten->value] = ['day' => 0, 'detail' => ''];
		}
		return array_map(
			fn (string $name, array $one): string => $this->texts->t($this->sentence(Trouble::from($name)), ['day' => Day::text($one['day']), 'detail' => $one['detail']]),
			array_keys($all),
			$all,
		);
	}

	public function sentence(Trouble $trouble): string {
		return match ($trouble) {
			Trouble::Miswritten => 'The observatory is written down in a way that cannot be used: it takes an address with https and a key of 44 characters. Whoever runs the server can correct compagnon.observatory.',
			Trouble::Silent => 'The observatory has not answered since {day}. Nothing is lost: it is asked again by itself.',
			Trouble::Strange => 'The observatory has answered something that is none of its answers since {day}. Nothing is lost; if it lasts, tell the organiser.',
			Trouble::Unsigned => 'The list of surveys is not signed by a key that this space knows, since {day}. Nothing of it is used, and nothing is sent. Ask the organiser which key holds.',
			Trouble::Forked => 'The list of surveys does not follow number {detail}, which this space knows, since {day}: somebody may have made one for this space alone. Nothing of it is used, and nothing is sent. Compare number and hash with another space and tell the organiser.',
			Trouble::Older => 'The observatory shows an older list of surveys than number {detail}, which this space knows, since {day}. Nothing of it is used, and nothing is sent. Tell the organiser.',
			Trouble::Clock => 'The clock of this server is about {detail} minutes wrong, so the observatory does not take what it signs. Nothing is lost. Whoever runs the server can set the clock.',
			Trouble::Unknown => 'The observatory does not take this space in: nobody vouches for it, or the word of the hoster is over. Whoever runs the server can have it vouched for anew.',
			Trouble::Address => 'The observatory could not find this space’s proof at https://{detail}/.well-known/openl. It is tried again; whoever runs the server can see to it that this address reaches the space from outside.',
			Trouble::TokensGone => 'This space has had its permissions to send for {detail} before, and the copy that it was restored from does not have them. It takes part again in the next quarter.',
			Trouble::Proof => 'The observatory did not use the key of its signed list, since {day}: reports could have been marked. Nothing of that was used. Tell the organiser.',
			Trouble::Receipt => 'What the observatory signed is no valid receipt, since {day}. The reports stay here and are sent again as they are.',
		};
	}

	public function planned(): string {
		return $this->texts->t('Measured. It leaves on that day, as it is shown here.');
	}

	public function sent(SentState $state, ?Outcome $outcome): string {
		return $this->texts->t(match ($state) {
			SentState::Waiting => 'Sealed. The observatory has not confirmed it yet; it is sent again as it is until it does.',
			SentState::Renew => 'The observatory did not know the permission it was sent with. It is sealed again with a new one.',
			SentState::Sent => 'The observatory has it and has signed for it.',
			SentState::Withdrawing => 'The observatory is asked to erase it, until it has answered.',
			SentState::TooLate => 'The results were frozen before: it is only part of sums by now, and is erased with all others three months after the freeze.',
			SentState::Withdrawn => $this->withdrawn($outcome),
			SentState::Refused, SentState::NotSent => $this->why($outcome),
		});
	}

	private function withdrawn(?Outcome $outcome): string {
		return match ($outcome) {
			Outcome::Before => 'Taken back before it left.',
			Outcome::NotThere => 'Taken back: the observatory has no such report.',
			default => 'Taken back: the observatory has erased it and has signed for that.',
		};
	}

	private function why(?Outcome $outcome): string {
		return match ($outcome) {
			Outcome::AlreadySent => 'Already sent: this space, or the one that it was restored from, has sent a report with this permission before. That one counts.',
			Outcome::Unfit => 'Not taken: the observatory does not know this kind of report. It is not sent again.',
			Outcome::Closed => 'Not taken: the survey was over.',
			Outcome::TooBig => 'Not taken: it was too large.',
			Outcome::BadToken => 'Not taken: the observatory did not know the permission it was sent with.',
			Outcome::Late => 'Not sent: the observatory could not be reached until two weeks after the quarter.',
			Outcome::Off => 'Not sent: sending was switched off before.',
			Outcome::Moved => 'Not sent: another observatory was named before.',
			default => 'Not sent.',
		};
	}
}
