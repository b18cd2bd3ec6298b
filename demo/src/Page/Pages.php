<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Demo\Page;

use OCA\Compagnon\Demo\Account\Account;
use OCA\Compagnon\Demo\Account\Accounts;
use OCA\Compagnon\Demo\Account\Visitor;
use OCA\Compagnon\Demo\App\Power;
use OCA\Compagnon\Demo\Files\Refused;
use OCA\Compagnon\Demo\Files\Tree;
use OCA\Compagnon\Demo\Http\Answer;
use OCA\Compagnon\Demo\Http\Request;
use OCA\Compagnon\Survey\Token\AddressProof;

/** Every address of the demo that is neither the app's nor the files'. */
final readonly class Pages {
	public function __construct(
		private Request $request,
		private Visitor $visitor,
		private Accounts $accounts,
		private Shell $shell,
		private Login $login,
		private LinkPage $links,
		private Words $words,
		private Tree $tree,
		private Power $power,
		private AddressProof $proof,
	) {
	}

	public function answer(): Answer {
		$path = preg_replace('#^/index\.php(?=/|$)#', '', $this->request->path);
		$path = rtrim((string)$path, '/');
		$open = match (true) {
			$path === '/login' => $this->login->answer(),
			$path === '/.well-known/openl' => $this->proof(),
			$path === '/csrftoken' => Answer::json(['token' => $this->visitor->token]),
			preg_match('#^/s/(\w{10,40})(?:/(\d{1,18}))?$#D', $path, $found) === 1 => $this->links->answer($found[1], isset($found[2]) ? (int)$found[2] : null),
			default => null,
		};
		if ($open !== null) {
			return $open;
		}
		$account = $this->visitor->account;
		if ($account === null) {
			return preg_match('#^(/(apps|settings|f)/.*)?$#D', $path) === 1
				? Answer::redirect('/login?to=' . rawurlencode($this->request->address()))
				: Answer::page($this->shell->notice(404), 404);
		}
		return $this->request->getMethod() === 'POST' ? $this->change($path, $account) : $this->page($path, $account);
	}

	private function proof(): Answer {
		$answer = $this->proof->answer($this->request->getParam('challenge'));
		return $answer === null ? Answer::json(['message' => 'openl not supported'], 404) : Answer::json($answer);
	}

	private function page(string $path, Account $account): Answer {
		return match ($path) {
			'' => Answer::redirect('/apps/files'),
			'/apps/files', '/apps/files/files' => $this->own('files', 'files', 'app.files'),
			'/apps/calendar' => $this->own('calendar', 'calendar', 'app.calendar'),
			'/apps/contacts' => $this->own('contacts', 'contacts', 'app.contacts'),
			'/apps/text' => $this->own('text', 'text', 'app.text'),
			'/settings/user' => $this->own('settings', 'account', 'settings.account'),
			'/settings/user/security' => $this->own('settings', 'security', 'settings.security'),
			'/settings/users', '/settings/users/admin' => $account->role === 'admin' ? $this->own('settings', 'members', 'settings.members') : Answer::page($this->shell->notice(403), 403),
			'/settings/user/compagnon' => $this->settings($account, 'personal'),
			'/settings/admin', '/settings/admin/compagnon' => $this->settings($account, 'admin'),
			default => preg_match('#^/f/(\d{1,18})$#D', $path, $found) === 1 ? $this->file((int)$found[1], $account) : Answer::page($this->shell->notice(404), 404),
		};
	}

	/** A simplified page of the demo, which its script fills. */
	private function own(string $app, string $page, string $title): Answer {
		return Answer::page($this->shell->page($app, $this->words->say($title), "<div id=\"demo-$page\"></div>"));
	}

	/** The folder in which the person sees the file. */
	private function file(int $id, Account $account): Answer {
		try {
			$node = $this->tree->reach($account->id, $id)->node();
		} catch (Refused) {
			return Answer::page($this->shell->notice(404), 404);
		}
		$folder = $node->folder ? $node->id : $node->parent;
		return Answer::redirect('/apps/files' . ($folder === 0 ? '' : "?folder=$folder"));
	}

	/** @param 'personal'|'admin' $which */
	private function settings(Account $account, string $which): Answer {
		$allowed = $account->mayUseApp && ($which === 'personal' || $account->role !== 'member');
		return $allowed ? Answer::page($this->shell->settings($which)) : Answer::page($this->shell->notice(403), 403);
	}

	private function change(string $path, Account $account): Answer {
		if (!$this->request->passesCSRFCheck()) {
			return Answer::page($this->shell->notice(412), 412);
		}
		if ($path === '/login/confirm') {
			return $this->login->confirm($account->id);
		}
		if ($path === '/logout') {
			return $this->login->logout();
		}
		if ($path === '/demo/power') {
			$this->power->cut();
			return Answer::redirect($this->request->localTarget());
		}
		if ($path !== '/demo/preferences') {
			return Answer::page($this->shell->notice(404), 404);
		}
		if (in_array($this->request->text('language'), ['fr', 'en'], true)) {
			$this->accounts->setLanguage($account->id, $this->request->text('language'));
		}
		if (in_array($this->request->text('theme'), ['auto', 'light', 'dark'], true)) {
			$this->accounts->setTheme($account->id, $this->request->text('theme'));
		}
		return Answer::redirect($this->request->localTarget());
	}
}
