<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Oauth;

use OCA\Compagnon\Error\NotFound;
use OCA\Compagnon\Port\Clock;
use OCA\Compagnon\Transfer\Fault\Fault;

/** Disconnects an account: its tokens are gone at once, whatever the provider says. Runs and copies stay. */
final readonly class RemoveConnection {
	public function __construct(
		private ConnectionRepository $connections,
		private Providers $providers,
		private Clients $clients,
		private TokenEndpoint $endpoint,
		private RevokeConsent $revoke,
		private Clock $clock,
	) {
	}

	/**
	 * @return bool whether the provider confirmed that it forgot the consent
	 * @throws NotFound
	 */
	public function remove(string $userId, string $id): bool {
		$held = $this->connections->find($userId, $id);
		if ($held === null || !$this->connections->remove($userId, $id)) {
			throw new NotFound('This account is not connected any more. Reload the page to see those that are.');
		}
		if ($held->connection->state !== ConnectionState::Ready) {
			return false;
		}
		return $this->revoke->revoke($this->providers->get($held->connection->source), $this->working($held));
	}

	/** An expired token cannot revoke itself everywhere. */
	private function working(Held $held): Tokens {
		$tokens = $held->grant->tokens;
		$client = $this->clients->get($held->connection->source);
		$refresh = $tokens->refresh();
		if ($tokens->expiresAt > $this->clock->now() || $client === null || $refresh === null) {
			return $tokens;
		}
		try {
			return $held->grant->refreshed($this->endpoint->refresh($this->providers->get($held->connection->source), $client, $refresh), $this->clock->now())->tokens;
		} catch (Fault) {
			return $tokens;
		}
	}
}
