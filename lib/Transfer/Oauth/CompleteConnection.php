<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Oauth;

use OCA\Compagnon\Http\Unreachable;
use OCA\Compagnon\Port\Clock;
use OCA\Compagnon\Port\Http;
use OCA\Compagnon\Port\Random;
use OCA\Compagnon\Port\Urls;
use OCA\Compagnon\Transfer\Fault\Fault;
use OCA\Compagnon\Transfer\Fault\FaultKind;

/** A person comes back from the provider. */
final readonly class CompleteConnection {
	public function __construct(
		private Providers $providers,
		private Clients $clients,
		private ConsentRepository $consents,
		private ConnectionRepository $connections,
		private TokenEndpoint $endpoint,
		private RevokeConsent $revoke,
		private Http $http,
		private Urls $urls,
		private Random $random,
		private Clock $clock,
	) {
	}

	/**
	 * @param string $code empty when the provider gave an error instead
	 * @return string id of the connection; the one before when the same account was connected already
	 * @throws Fault whose reason the person is told
	 */
	public function complete(string $userId, #[\SensitiveParameter] string $state, #[\SensitiveParameter] string $code, string $error): string {
		$consent = $this->consents->take($userId, $state) ?? throw new Fault(FaultKind::Final, 'consent_unknown');
		if ($this->clock->now() - $consent->begunAt > BeginConnection::LASTS) {
			throw new Fault(FaultKind::Final, 'consent_expired');
		}
		if ($error !== '' || $code === '') {
			throw new Fault(FaultKind::Final, $error === 'access_denied' ? 'consent_denied' : 'consent_failed');
		}
		$provider = $this->providers->get($consent->source);
		$tokens = $this->tokens($provider, $consent, $code);
		return $this->keep($consent, new Grant($this->account($provider, $tokens), $tokens, $this->clock->now()));
	}

	private function tokens(Provider $provider, Consent $consent, #[\SensitiveParameter] string $code): Tokens {
		$client = $this->clients->get($consent->source) ?? throw new Fault(FaultKind::Final, 'client_missing');
		try {
			$tokens = $this->endpoint->exchange($provider, $client, $code, $consent->verifier(), $this->urls->page(BeginConnection::CALLBACK));
		} catch (Fault $e) {
			// The code is used up or too old: nothing was lost, since nothing was there yet.
			throw $e->reason === 'reconnect' ? new Fault(FaultKind::Final, 'consent_expired') : $e;
		}
		$missing = array_diff($provider->neededScopes(), $tokens->scopes ?? $provider->neededScopes());
		$problem = $missing !== [] ? 'scopes_missing' : ($tokens->refresh() === null ? 'refresh_missing' : null);
		if ($problem !== null) {
			$this->revoke->revoke($provider, $tokens);
			throw new Fault(FaultKind::Final, $problem);
		}
		return $tokens;
	}

	private function account(Provider $provider, Tokens $tokens): Account {
		try {
			$answer = $this->http->send($provider->accountRequest($tokens->access()));
		} catch (Unreachable $e) {
			throw new Fault(FaultKind::Again, 'unreachable_' . $e->kind->value);
		}
		if (str_contains($answer->body, 'accessNotConfigured') || str_contains($answer->body, 'SERVICE_DISABLED')) {
			throw new Fault(FaultKind::Final, 'api_not_enabled');
		}
		return ($answer->ok() ? $provider->account($answer) : null) ?? throw new Fault(FaultKind::Final, 'account_unreadable');
	}

	private function keep(Consent $consent, Grant $grant): string {
		$known = $this->connections->ofAccount($consent->userId, $consent->source, $grant->account->id);
		while ($known !== null) {
			if ($this->connections->settle($known->connection->id, $known->revision, ConnectionState::Ready, $grant, $this->clock->now())) {
				return $known->connection->id;
			}
			// Its tokens were being renewed at this very moment.
			$known = $this->connections->find($consent->userId, $known->connection->id);
		}
		$id = $this->random->id();
		$this->connections->add($id, $consent->userId, $consent->source, $grant);
		return $id;
	}
}
