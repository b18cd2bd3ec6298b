<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Demo\Calendar;

use OCA\Compagnon\Demo\Account\Account;
use OCA\Compagnon\Demo\Account\Accounts;
use OCA\Compagnon\Demo\App\ApiPart;
use OCA\Compagnon\Demo\Files\Refused;
use OCA\Compagnon\Demo\Http\Answer;
use OCA\Compagnon\Demo\Http\Request;

/** What the page Agenda asks for. */
final readonly class CalendarApi implements ApiPart {
	public function __construct(
		private Request $request,
		private Accounts $accounts,
		private Calendars $calendars,
		private Events $events,
	) {
	}

	#[\Override]
	public function route(Account $me, string $wish, int $id): ?Answer {
		return match ($wish) {
			'GET calendars' => $this->month($me),
			'POST calendars' => $this->after($me, $this->calendars->create(...), $me, $this->request->line('name')),
			'DELETE calendars/#' => $this->after($me, $this->calendars->delete(...), $me, $id),
			'POST calendars/#/shares' => $this->after($me, $this->calendars->share(...), $me, $id, $this->member($me), $this->request->getParam('editable') === true),
			'DELETE calendar-shares/#' => $this->after($me, $this->calendars->unshare(...), $me, $id),
			'POST events' => $this->after($me, $this->create(...), $me),
			'DELETE events/#' => $this->after($me, $this->delete(...), $me, $id),
			default => null,
		};
	}

	private function month(Account $me): Answer {
		$month = $this->request->text('month');
		$month = preg_match('/^(19|20|21)\d\d-(0[1-9]|1[0-2])$/D', $month) === 1 ? $month : gmdate('Y-m');
		$calendars = $this->calendars->of($me);
		return Answer::json(['month' => $month, 'calendars' => $calendars, 'events' => $this->events->in(array_column($calendars, 'id'), $month)]);
	}

	private function create(Account $me): int {
		$calendar = $this->calendars->writable($me, $this->request->number('calendar'));
		$title = $this->request->line('title');
		$day = $this->request->text('day');
		$time = $this->request->text('time');
		$repeats = $this->request->text('repeats');
		return match (true) {
			preg_match('/^((?:19|20|21)\d\d)-(\d\d)-(\d\d)$/D', $day, $date) !== 1 || !checkdate((int)$date[2], (int)$date[3], (int)$date[1]) => throw new Refused(400, 'error.day', 'day'),
			$time !== '' && preg_match('/^([01]\d|2[0-3]):[0-5]\d$/D', $time) !== 1 => throw new Refused(400, 'error.time', 'time'),
			$repeats !== '' && !isset(Events::REPEATS[$repeats]) => throw new Refused(400, 'error.request', 'repeats'),
			default => $this->events->create($calendar, $title, $day, $time, mb_substr(trim($this->request->text('place')), 0, 200), $repeats === '' ? null : $repeats),
		};
	}

	private function delete(Account $me, int $id): void {
		$this->calendars->writable($me, $this->events->calendarOf($id));
		$this->events->delete($id);
	}

	private function member(Account $me): Account {
		$member = $this->accounts->find($this->request->text('member'));
		return $member === null || $member->id === $me->id ? throw new Refused(400, 'error.noMember', 'member') : $member;
	}

	/** The page is shown as it is once that is done. */
	private function after(Account $me, \Closure $do, mixed ...$arguments): Answer {
		$do(...$arguments);
		return $this->month($me);
	}
}
