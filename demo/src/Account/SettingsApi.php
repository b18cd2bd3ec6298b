<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Demo\Account;

use OCA\Compagnon\Demo\App\ApiPart;
use OCA\Compagnon\Demo\Files\Refused;
use OCA\Compagnon\Demo\Http\Answer;
use OCA\Compagnon\Demo\Http\Request;

/** What the pages of the personal settings ask for. */
final readonly class SettingsApi implements ApiPart {
	public function __construct(
		private Request $request,
		private Accounts $accounts,
		private Personal $personal,
	) {
	}

	#[\Override]
	public function route(Account $me, string $wish, int $id): ?Answer {
		return match ($wish) {
			'GET settings' => $this->shown($me),
			'POST settings/name' => $this->after($me, $this->accounts->setName(...), $me->id, $this->request->line('name')),
			'POST settings/email' => $this->after($me, $this->personal->set(...), $me->id, 'email', $this->email()),
			'POST settings/language' => $this->after($me, $this->accounts->setLanguage(...), $me->id, $this->language()),
			'GET settings/picture' => $this->picture($me),
			'PUT settings/picture' => $this->after($me, $this->personal->setPicture(...), $me->id, $this->request->body),
			'DELETE settings/picture' => $this->after($me, $this->personal->removePicture(...), $me->id),
			'POST settings/second-factor' => $this->after($me, $this->personal->set(...), $me->id, 'second_factor', $this->request->getParam('on') === true ? '1' : ''),
			'POST settings/devices' => $this->shown($me, $this->personal->addDevice($me->id, $this->request->line('name'))),
			'DELETE settings/devices/#' => $this->after($me, $this->personal->removeDevice(...), $me->id, $id),
			default => null,
		};
	}

	/** @param ?string $password of a device, the one time that it is shown */
	private function shown(Account $me, ?string $password = null): Answer {
		$account = $this->accounts->find($me->id) ?? $me;
		$picture = $this->personal->picture($me->id);
		return Answer::json([
			'id' => $account->id,
			'name' => $account->name,
			'email' => $this->personal->get($me->id, 'email'),
			'language' => $account->language,
			'picture' => $picture === null ? null : '/demo/api/settings/picture?v=' . substr(hash('sha256', $picture['bytes']), 0, 12),
			'secondFactor' => $this->personal->get($me->id, 'second_factor') === '1',
			'devices' => $this->personal->devices($me->id),
			'password' => $password,
		]);
	}

	private function picture(Account $me): Answer {
		$picture = $this->personal->picture($me->id) ?? throw Refused::gone();
		return new Answer(200, $picture['bytes'], ['Content-Type' => $picture['type']]);
	}

	private function email(): string {
		$email = trim($this->request->text('email'));
		return $email === '' || filter_var($email, FILTER_VALIDATE_EMAIL) !== false ? $email : throw new Refused(400, 'error.email', 'email');
	}

	private function language(): string {
		$language = $this->request->text('language');
		return in_array($language, ['fr', 'en'], true) ? $language : throw new Refused(400, 'error.request', 'language');
	}

	private function after(Account $me, \Closure $do, mixed ...$arguments): Answer {
		$do(...$arguments);
		return $this->shown($me);
	}
}
