<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Oauth;

use OCA\Compagnon\Http\Answer;
use OCA\Compagnon\Http\Request;
use OCA\Compagnon\Http\Unreachable;
use OCA\Compagnon\Port\Clock;
use OCA\Compagnon\Port\Http;
use OCA\Compagnon\Transfer\Fault\Fault;
use OCA\Compagnon\Transfer\Fault\FaultKind;

/** Where codes and refresh tokens become access tokens. */
final readonly class TokenEndpoint {
	public function __construct(
		private Http $http,
		private Clock $clock,
	) {
	}

	/** @throws Fault */
	public function exchange(Provider $provider, Client $client, #[\SensitiveParameter] string $code, #[\SensitiveParameter] string $verifier, string $redirectUri): Tokens {
		return $this->ask($provider, $client, [
			'grant_type' => 'authorization_code',
			'code' => $code,
			'redirect_uri' => $redirectUri,
			'code_verifier' => $verifier,
		]);
	}

	/** @throws Fault of kind Reconnect when the provider does not let us in any more */
	public function refresh(Provider $provider, Client $client, #[\SensitiveParameter] string $refreshToken): Tokens {
		return $this->ask($provider, $client, ['grant_type' => 'refresh_token', 'refresh_token' => $refreshToken]);
	}

	/** @param array<string, string> $fields */
	private function ask(Provider $provider, Client $client, #[\SensitiveParameter] array $fields): Tokens {
		$now = $this->clock->now();
		try {
			$answer = $this->http->send(Request::form($provider->tokenUrl(), $provider->hosts(), $fields + ['client_id' => $client->id, 'client_secret' => $client->secret()]));
		} catch (Unreachable $e) {
			// Not as its cause: the trace of that one may know the request.
			throw new Fault(FaultKind::Again, 'unreachable_' . $e->kind->value);
		}
		return $answer->ok() ? $this->tokens($answer, $now) : throw $this->fault($answer);
	}

	private function tokens(Answer $answer, int $now): Tokens {
		$data = $answer->json();
		$access = $data['access_token'] ?? null;
		$refresh = $data['refresh_token'] ?? null;
		$expires = $data['expires_in'] ?? 3600;
		$scope = $data['scope'] ?? null;
		if (!is_string($access) || $access === '') {
			throw new Fault(FaultKind::Again, 'provider_trouble');
		}
		return new Tokens(
			$access,
			is_string($refresh) && $refresh !== '' ? $refresh : null,
			$now + (is_numeric($expires) ? (int)$expires : 3600),
			is_string($scope) ? array_values(array_filter(explode(' ', $scope), static fn (string $one): bool => $one !== '')) : null,
		);
	}

	private function fault(Answer $answer): Fault {
		$error = $answer->json()['error'] ?? null;
		return match (true) {
			$error === 'invalid_grant' => new Fault(FaultKind::Reconnect, 'reconnect'),
			$error === 'invalid_client', $error === 'unauthorized_client' => new Fault(FaultKind::Reconnect, 'client_refused'),
			$answer->status === 429 => new Fault(FaultKind::Throttled, 'rate_limited', $answer->retryAfter($this->clock->now())),
			$answer->status >= 500 => new Fault(FaultKind::Again, 'provider_trouble'),
			default => new Fault(FaultKind::Final, 'provider_refused'),
		};
	}
}
