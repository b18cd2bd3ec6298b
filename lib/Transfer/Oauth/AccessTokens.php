<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Oauth;

use OCA\Compagnon\Port\Clock;
use OCA\Compagnon\Transfer\Fault\Fault;
use OCA\Compagnon\Transfer\Fault\FaultKind;
use OCA\Compagnon\Transfer\Source\Access;

/**
 * Tokens that work. One that is about to expire, or that the provider refused, is replaced: by one process at a time,
 * since a provider may give a new refresh token with each use and forget the old one. The others wait and read again.
 *
 * Remembers for a moment what it gave, because every file asks.
 */
final class AccessTokens {
	/** Seconds before its end from which on a token is not used any more. */
	private const EARLY = 120;
	/** Seconds for which a token is given again without a look at its row. */
	private const REMEMBERED = 30;
	/** A token this young was not refused: the refusal was of the one before and came late. */
	private const YOUNG = 60;
	/** More refusals than requests can have been under way: the young token is refused, too. */
	private const LATE_REFUSALS = 40;
	private const WAIT_MICROSECONDS = 100_000;

	/** @var array<string, array{token: Token, readAt: int, refusals: int}> by connection */
	private array $known = [];

	public function __construct(
		private readonly ConnectionRepository $connections,
		private readonly Providers $providers,
		private readonly Clients $clients,
		private readonly TokenEndpoint $endpoint,
		private readonly Clock $clock,
	) {
	}

	/** @throws Fault of kind Reconnect when the person has to connect the account again */
	public function of(Access $access): Token {
		$id = $access->connection ?? throw new Fault(FaultKind::Reconnect, 'not_connected');
		$known = $this->known[$id] ?? null;
		if ($known !== null && $known['refusals'] === 0 && $this->clock->now() - $known['readAt'] < self::REMEMBERED && $this->isFresh($known['token'])) {
			return $known['token'];
		}
		$token = $this->read($access->userId, $id);
		$refusals = $known !== null && $known['token']->revision === $token->revision ? $known['refusals'] : 0;
		$this->known[$id] = ['token' => $token, 'readAt' => $this->clock->now(), 'refusals' => $refusals];
		return $token;
	}

	/**
	 * The provider answered 401: the next token is a new one. Which of the accounts it was, an answer does not say;
	 * one too many is renewed at worst.
	 */
	public function refused(): void {
		foreach (array_keys($this->known) as $id) {
			$this->known[$id]['refusals']++;
		}
	}

	private function read(string $userId, string $id): Token {
		while (true) {
			$held = $this->connections->find($userId, $id) ?? throw new Fault(FaultKind::Reconnect, 'not_connected');
			if ($held->connection->state === ConnectionState::Lost) {
				throw new Fault(FaultKind::Reconnect, 'reconnect');
			}
			$token = Token::of($held);
			if ($this->isFresh($token) && !$this->isRefused($id, $token)) {
				return $token;
			}
			$now = $this->clock->now();
			if ($held->isBeingRefreshed($now) || !$this->connections->claim($held, $now)) {
				usleep(self::WAIT_MICROSECONDS);
				continue;
			}
			$fresh = $this->refresh($held);
			if ($fresh !== null) {
				return $fresh;
			}
		}
	}

	private function isFresh(Token $token): bool {
		return $token->expiresAt - $this->clock->now() >= self::EARLY;
	}

	private function isRefused(string $id, Token $token): bool {
		$known = $this->known[$id] ?? null;
		if ($known === null || $known['refusals'] === 0 || $known['token']->revision !== $token->revision) {
			return false;
		}
		$isYoung = $this->clock->now() - $token->obtainedAt < self::YOUNG;
		if ($isYoung && $known['refusals'] > self::LATE_REFUSALS) {
			throw new Fault(FaultKind::Reconnect, 'token_refused');
		}
		return !$isYoung;
	}

	/**
	 * The new tokens are stored before anybody uses them.
	 *
	 * @return ?Token however short it lasts; null when the account was connected again meanwhile
	 */
	private function refresh(Held $held): ?Token {
		$id = $held->connection->id;
		try {
			$grant = $held->grant->refreshed($this->ask($held), $this->clock->now());
		} catch (Fault $e) {
			$isLost = $e->reason === 'reconnect';
			$this->connections->settle($id, $held->claimed(), $isLost ? ConnectionState::Lost : ConnectionState::Ready, $isLost ? $held->grant->withoutTokens() : $held->grant, $this->clock->now());
			throw $e;
		}
		return $this->connections->settle($id, $held->claimed(), ConnectionState::Ready, $grant, $this->clock->now())
			? Token::of(new Held($held->connection, $grant, $held->claimed() + 1))
			: null;
	}

	private function ask(Held $held): Tokens {
		$source = $held->connection->source;
		$client = $this->clients->get($source) ?? throw new Fault(FaultKind::Reconnect, 'client_missing');
		$refresh = $held->grant->tokens->refresh() ?? throw new Fault(FaultKind::Reconnect, 'reconnect');
		return $this->endpoint->refresh($this->providers->get($source), $client, $refresh);
	}
}
