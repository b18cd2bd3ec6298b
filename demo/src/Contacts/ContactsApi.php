<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Demo\Contacts;

use OCA\Compagnon\Demo\Account\Account;
use OCA\Compagnon\Demo\App\ApiPart;
use OCA\Compagnon\Demo\Files\Refused;
use OCA\Compagnon\Demo\Http\Answer;
use OCA\Compagnon\Demo\Http\Request;

/** What the page Contacts asks for. */
final readonly class ContactsApi implements ApiPart {
	public function __construct(
		private Request $request,
		private AddressBook $book,
	) {
	}

	#[\Override]
	public function route(Account $me, string $wish, int $id): ?Answer {
		return match ($wish) {
			'GET contacts' => $this->after($me, $this->book->begin(...), $me),
			'POST contacts' => $this->after($me, $this->save(...), $me, null),
			'POST contacts/#' => $this->after($me, $this->save(...), $me, $id),
			'DELETE contacts/#' => $this->after($me, $this->book->delete(...), $me, $id),
			'POST contact-groups' => $this->after($me, $this->saveGroup(...), $me, null),
			'POST contact-groups/#' => $this->after($me, $this->saveGroup(...), $me, $id),
			'DELETE contact-groups/#' => $this->after($me, $this->book->deleteGroup(...), $me, $id),
			default => null,
		};
	}

	private function save(Account $me, ?int $id): void {
		$email = trim($this->request->text('email'));
		$phone = trim($this->request->text('phone'));
		match (true) {
			$email !== '' && filter_var($email, FILTER_VALIDATE_EMAIL) === false => throw new Refused(400, 'error.email', 'email'),
			preg_match('/^[\d +().-]{0,30}$/D', $phone) !== 1 => throw new Refused(400, 'error.phone', 'phone'),
			default => $this->book->save($me, $id, $this->request->line('name'), $email, $phone),
		};
	}

	private function saveGroup(Account $me, ?int $id): void {
		$contacts = $this->request->getParam('contacts');
		$this->book->saveGroup($me, $id, $this->request->line('name'), array_values(array_filter(is_array($contacts) ? $contacts : [], is_int(...))));
	}

	private function after(Account $me, \Closure $do, mixed ...$arguments): Answer {
		$do(...$arguments);
		return Answer::json(['contacts' => $this->book->contacts($me), 'groups' => $this->book->groups($me)]);
	}
}
