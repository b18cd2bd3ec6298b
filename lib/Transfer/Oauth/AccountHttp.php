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
use OCA\Compagnon\Http\UnreachableKind;
use OCA\Compagnon\Port\Http;
use OCA\Compagnon\Transfer\Fault\Fault;
use OCA\Compagnon\Transfer\Fault\FaultKind;
use OCA\Compagnon\Transfer\Source\Access;

/** Requests in the name of a connected account. */
final readonly class AccountHttp {
	public function __construct(
		private Http $http,
		private AccessTokens $tokens,
	) {
	}

	/**
	 * Asks once more with a new token when the first was refused.
	 *
	 * @param \Closure(Token): Request $request
	 * @param \Closure(Answer): bool $refused whether the answer means that the token is not good
	 * @throws Fault when no answer came, or there is no token
	 */
	public function send(Access $access, \Closure $request, \Closure $refused): Answer {
		$answer = $this->once($access, $request($this->tokens->of($access)));
		if (!$refused($answer)) {
			return $answer;
		}
		$this->tokens->refused();
		return $this->once($access, $request($this->tokens->of($access)));
	}

	/** @throws Fault */
	public function token(Access $access): Token {
		return $this->tokens->of($access);
	}

	/** A download was refused for its token: the next fetch gets another one. */
	public function refused(): void {
		$this->tokens->refused();
	}

	private function once(Access $access, Request $request): Answer {
		try {
			return $this->http->send($access->seconds === null ? $request : $request->within($access->seconds));
		} catch (Unreachable $e) {
			$kind = $e->kind === UnreachableKind::ForeignHost ? FaultKind::Final : FaultKind::Again;
			throw new Fault($kind, 'unreachable_' . $e->kind->value);
		}
	}
}
