<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Demo\App;

use OCA\Compagnon\Demo\Account\MembersApi;
use OCA\Compagnon\Demo\Account\SettingsApi;
use OCA\Compagnon\Demo\Account\Visitor;
use OCA\Compagnon\Demo\Calendar\CalendarApi;
use OCA\Compagnon\Demo\Contacts\ContactsApi;
use OCA\Compagnon\Demo\Files\FilesApi;
use OCA\Compagnon\Demo\Files\HistoryApi;
use OCA\Compagnon\Demo\Files\Refused;
use OCA\Compagnon\Demo\Http\Answer;
use OCA\Compagnon\Demo\Http\Request;
use OCA\Compagnon\Demo\Page\Words;

/** What the demo's own pages ask for, below /demo/api/. Every answer is about what this person may see. */
final readonly class Api {
	private const PREFIX = '/demo/api/';

	/** @var list<ApiPart> */
	private array $parts;

	public function __construct(
		private Request $request,
		private Visitor $visitor,
		private Words $words,
		FilesApi $files,
		HistoryApi $history,
		CalendarApi $calendar,
		ContactsApi $contacts,
		SettingsApi $settings,
		MembersApi $members,
	) {
		$this->parts = [$files, $history, $calendar, $contacts, $settings, $members];
	}

	public function answer(): ?Answer {
		if (!str_starts_with($this->request->path, self::PREFIX)) {
			return null;
		}
		try {
			$me = $this->visitor->account ?? throw new Refused(401, 'error.loggedOut');
			if ($this->request->getMethod() !== 'GET' && !$this->request->passesCSRFCheck()) {
				throw new Refused(412, 'error.token');
			}
			$rest = substr($this->request->path, strlen(self::PREFIX));
			$id = preg_match('#/(\d{1,18})(/|$)#', $rest, $found) === 1 ? (int)$found[1] : 0;
			$wish = $this->request->getMethod() . ' ' . preg_replace('#/\d{1,18}(/|$)#', '/#$1', $rest);
			foreach ($this->parts as $part) {
				$answer = $part->route($me, $wish, $id);
				if ($answer !== null) {
					return $answer;
				}
			}
			throw Refused::missing();
		} catch (Refused $refused) {
			$body = ['message' => $this->words->say($refused->word), 'error' => $refused->word, 'field' => $refused->field];
			return Answer::json($body, $refused->status);
		}
	}
}
