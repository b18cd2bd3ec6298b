<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Demo\App;

use Doctrine\DBAL\Connection;
use OCA\Compagnon\Demo\Account\Visitor;
use OCA\Compagnon\Demo\Http\Request;
use OCP\AppFramework\Http;

/** What the server checks before a controller is called, in its order. */
final readonly class Gate {
	/** Half an hour, and a moment for who is slow to click. */
	private const CONFIRMED_SECONDS = 1_815;

	public function __construct(
		private Connection $connection,
		private Visitor $visitor,
		private Request $request,
	) {
	}

	/** @return array{int, string}|null status and technical sentence of the refusal; null when the way is free */
	public function refusal(AppRoute $route): ?array {
		$account = $this->visitor->account;
		if ($route->public) {
			return $route->csrfChecked && !$this->request->passesCSRFCheck() ? [Http::STATUS_PRECONDITION_FAILED, 'CSRF check failed'] : null;
		}
		return match (true) {
			$account === null => [Http::STATUS_UNAUTHORIZED, 'Current user is not logged in'],
			// For people outside the groups that an app is limited to, the server has no such route.
			!$account->mayUseApp => [Http::STATUS_NOT_FOUND, 'Invalid query'],
			$route->adminOnly && !$this->mayAdminister($account->role, $route) => [Http::STATUS_FORBIDDEN, 'Logged in account must be an admin'],
			$route->csrfChecked && !$this->request->passesCSRFCheck() => [Http::STATUS_PRECONDITION_FAILED, 'CSRF check failed'],
			$route->passwordConfirmed && $this->visitor->confirmedAt < time() - self::CONFIRMED_SECONDS => [Http::STATUS_FORBIDDEN, 'Password confirmation is required'],
			$this->isTooFast($account->id, $route) => [Http::STATUS_TOO_MANY_REQUESTS, 'Rate limit exceeded'],
			default => null,
		};
	}

	private function mayAdminister(string $role, AppRoute $route): bool {
		return $role === 'admin' || ($role === 'delegate' && $route->delegable);
	}

	private function isTooFast(string $account, AppRoute $route): bool {
		if ($route->rate === null) {
			return false;
		}
		$name = $route->controller . '::' . $route->method;
		$since = time() - $route->rate['seconds'];
		$this->connection->executeStatement('DELETE FROM hits WHERE account = ? AND route = ? AND at <= ?', [$account, $name, $since]);
		$this->connection->insert('hits', ['account' => $account, 'route' => $name, 'at' => time()]);
		// Of several at once, each counts those before it; with all of them, the last one that may pass would be sent away.
		$hits = $this->connection->fetchOne('SELECT COUNT(*) FROM hits WHERE account = ? AND route = ? AND rowid <= last_insert_rowid()', [$account, $name]);
		return is_int($hits) && $hits > $route->rate['limit'];
	}
}
