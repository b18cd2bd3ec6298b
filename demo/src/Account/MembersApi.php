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

/** What the page of the accounts asks for: only whoever looks after the whole space gets an answer. */
final readonly class MembersApi implements ApiPart {
	private const SHORTEST_PASSWORD = 10;

	public function __construct(
		private Request $request,
		private Accounts $accounts,
	) {
	}

	#[\Override]
	public function route(Account $me, string $wish, int $id): ?Answer {
		return match ($wish) {
			'GET accounts' => $this->list($me),
			'POST accounts' => $this->create($me),
			'POST accounts/role' => $this->setRole($me),
			default => null,
		};
	}

	private function list(Account $me): Answer {
		$this->refuseOthers($me);
		$accounts = array_map(static fn (Account $account): array => ['id' => $account->id, 'name' => $account->name, 'role' => $account->role], $this->accounts->all());
		return Answer::json(['accounts' => $accounts]);
	}

	private function create(Account $me): Answer {
		$this->refuseOthers($me);
		$id = trim($this->request->text('id'));
		$name = trim($this->request->text('name'));
		$password = $this->request->text('password');
		match (true) {
			preg_match('/^[\w.@-]{1,64}$/D', $id) !== 1 => throw new Refused(400, 'error.accountId', 'id'),
			$this->accounts->find($id) !== null => throw new Refused(409, 'error.accountTaken', 'id'),
			mb_strlen($password) < self::SHORTEST_PASSWORD => throw new Refused(400, 'error.passwordShort', 'password'),
			default => $this->accounts->add($id, $name === '' ? $id : $this->request->line('name'), $password, language: $me->language),
		};
		return $this->list($me);
	}

	private function setRole(Account $me): Answer {
		$this->refuseOthers($me);
		$account = $this->accounts->find($this->request->text('account')) ?? throw Refused::gone();
		$role = $this->request->text('role') === 'admin' ? 'admin' : 'member';
		$admins = array_filter($this->accounts->all(), static fn (Account $one): bool => $one->role === 'admin');
		if ($role !== 'admin' && $account->role === 'admin' && count($admins) < 2) {
			throw new Refused(409, 'error.lastAdmin', 'role');
		}
		$this->accounts->setRole($account->id, $role);
		return $this->list($me);
	}

	private function refuseOthers(Account $me): void {
		if ($me->role !== 'admin') {
			throw new Refused(403, 'error.notForYou');
		}
	}
}
