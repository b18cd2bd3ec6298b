<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Demo\Page;

use OCA\Compagnon\Demo\Account\Accounts;
use OCA\Compagnon\Demo\Account\Visitor;
use OCA\Compagnon\Demo\Http\Answer;
use OCA\Compagnon\Demo\Http\Request;
use OCA\Compagnon\Demo\Seed\Seeder;

/** Logging in and out. The demo listens on this computer only, so it can show the accounts that it was seeded with. */
final readonly class Login {
	public const SESSION = 'demo_session';

	public function __construct(
		private Request $request,
		private Visitor $visitor,
		private Accounts $accounts,
		private Guest $guest,
		private Shell $shell,
		private Words $words,
	) {
	}

	public function answer(): Answer {
		if ($this->visitor->account !== null) {
			return Answer::redirect($this->request->localTarget());
		}
		if ($this->request->getMethod() !== 'POST') {
			return $this->form(200);
		}
		if (!$this->request->passesCSRFCheck()) {
			return $this->form(412, 'login.again');
		}
		$session = $this->accounts->login($this->request->text('user'), $this->request->text('password'));
		return $session === null
			? $this->form(401, 'login.wrong')
			: Answer::redirect($this->request->localTarget(), ['Set-Cookie' => self::SESSION . "=$session; Path=/; HttpOnly; SameSite=Lax"]);
	}

	/** As the server's /login/confirm: the password of who is logged in, once more. */
	public function confirm(string $account): Answer {
		$session = $_COOKIE[self::SESSION] ?? '';
		$at = $this->accounts->confirm(is_string($session) ? $session : '', $account, $this->request->text('password'));
		return $at === null ? Answer::json([], 403) : Answer::json(['lastLogin' => $at]);
	}

	public function logout(): Answer {
		$session = $_COOKIE[self::SESSION] ?? '';
		$this->accounts->logout(is_string($session) ? $session : '');
		return Answer::redirect('/login', ['Set-Cookie' => self::SESSION . '=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax']);
	}

	private function form(int $status, ?string $problem = null): Answer {
		$headers = $this->guest->begin();
		$message = $problem === null ? '' : '<p class="demo-problem" role="alert" id="login-problem">' . $this->words->html($problem) . '</p>';
		$described = $problem === null ? '' : ' aria-describedby="login-problem" aria-invalid="true"';
		$user = Words::escape($this->request->text('user'));
		$content = '<main id="app-content" class="demo-login"><h1>' . $this->words->html('space.name') . '</h1><div class="demo-login__columns">'
			. '<form method="post" action="/login" class="demo-card"><h2>' . $this->words->html('login.title') . "</h2>$message" . $this->hidden()
			. '<label for="user">' . $this->words->html('login.user') . "</label><input id=\"user\" name=\"user\" value=\"$user\" required autocomplete=\"username\" autocapitalize=\"none\" spellcheck=\"false\"$described>"
			. '<label for="password">' . $this->words->html('login.password') . "</label><input id=\"password\" name=\"password\" type=\"password\" required autocomplete=\"current-password\"$described>"
			. '<button class="demo-button">' . $this->words->html('login.enter') . '</button></form>'
			. '<section class="demo-card"><h2>' . $this->words->html('login.accounts') . '</h2><p>' . $this->words->html('login.local') . "</p><ul class=\"demo-accounts\">{$this->seeded()}</ul></section></div></main>";
		$page = $this->shell->guest($this->words->say('login.title'), $content, 'body-login');
		return new Answer($status, $page, ['Content-Type' => 'text/html; charset=utf-8'] + $headers);
	}

	private function seeded(): string {
		$items = '';
		foreach ($this->accounts->all() as $account) {
			if (!in_array($account->id, Seeder::ACCOUNTS, true)) {
				continue;
			}
			$password = Seeder::password($account->id);
			$items .= '<li><form method="post" action="/login">' . $this->hidden()
				. "<input type=\"hidden\" name=\"user\" value=\"$account->id\"><input type=\"hidden\" name=\"password\" value=\"$password\">"
				. '<div><strong>' . Words::escape($account->name) . "</strong> <span>{$this->words->html("account.$account->id")}</span><br><code>$account->id</code> · <code>$password</code></div>"
				. '<button class="demo-button demo-button--plain">' . $this->words->html('login.as', ['name' => explode(' ', $account->name)[0]]) . '</button></form></li>';
		}
		return $items;
	}

	private function hidden(): string {
		return '<input type="hidden" name="requesttoken" value="' . Words::escape($this->visitor->token) . '">'
			. '<input type="hidden" name="to" value="' . Words::escape($this->request->localTarget()) . '">';
	}
}
