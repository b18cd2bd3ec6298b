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
use OCA\Compagnon\Survey\Sending\Trouble;
use OCA\Compagnon\Survey\Sending\Troubles;

/** What does not work at the moment, as sentences that say what to do. */
final readonly class SurveyWords {
	private const SENTENCES = [
		'miswritten' => 'The observatory is written down in a way that cannot be used: it takes an address with https and a key of 44 characters. Whoever runs the server can correct compagnon.observatory.',
		'silent' => 'The observatory has not answered since {day}. Nothing is lost: it is asked again by itself.',
		'strange' => 'The observatory has answered something that is none of its answers since {day}. Nothing is lost; if it lasts, tell the organiser.',
		'unsigned' => 'The list of surveys is not signed by a key that this space knows, since {day}. Nothing of it is used, and nothing is sent. Ask the organiser which key holds.',
		'forked' => 'The list of surveys does not follow number {detail}, which this space knows, since {day}: somebody may have made one for this space alone. Nothing of it is used, and nothing is sent. Compare number and hash with another space and tell the organiser.',
		'older' => 'The observatory shows an older list of surveys than number {detail}, which this space knows, since {day}. Nothing of it is used, and nothing is sent. Tell the organiser.',
		'clock' => 'The clock of this server is about {detail} minutes wrong, so the observatory does not take what it signs. Nothing is lost. Whoever runs the server can set the clock.',
		'unknown' => 'The observatory does not take this space in: nobody vouches for it, or the word of the hoster is over. Whoever runs the server can have it vouched for anew.',
		'address' => 'The observatory could not find this space’s proof at {detail}/.well-known/openl. It is tried again; whoever runs the server can see to it that this address reaches the space from outside.',
		'tokens_gone' => 'This space has had its permissions to send for {detail} before, and the copy that it was restored from does not have them. It takes part again in the next quarter.',
		'proof' => 'The observatory did not use the key of its signed list, since {day}: reports could have been marked. Nothing of that was used. Tell the organiser.',
		'receipt' => 'What the observatory signed is no valid receipt, since {day}. The reports stay here and are sent again as they are.',
	];

	public function __construct(
		private Texts $texts,
		private Troubles $troubles,
		private Observatories $observatories,
	) {
	}

	/** @return list<string> */
	public function troubles(): array {
		$all = $this->troubles->all();
		if ($this->observatories->isMiswritten()) {
			$all[Trouble::Miswritten->value] = ['day' => 0, 'detail' => ''];
		}
		return array_map(
			fn (string $name, array $one): string => $this->texts->t(self::sentence(Trouble::from($name)), ['day' => $this->day($one['day']), 'detail' => $one['detail']]),
			array_keys($all),
			$all,
		);
	}

	/** As it is written in a sentence: what a machine reads is no date to a French reader. */
	private function day(int $day): string {
		return str_starts_with($this->texts->language(), 'fr') ? gmdate('d/m/Y', Day::begins($day)) : Day::text($day);
	}

	/** @return string English source sentence, with {day} and {detail} */
	public static function sentence(Trouble $trouble): string {
		return self::SENTENCES[$trouble->value];
	}
}
