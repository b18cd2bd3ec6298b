<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Oauth;

/** What is kept of an account so that it can be read without the person: goes into the database sealed only. */
final readonly class Grant {
	/** @param int $obtainedAt when the provider gave the tokens, UTC seconds */
	public function __construct(
		public Account $account,
		public Tokens $tokens,
		public int $obtainedAt,
	) {
	}

	/** The successor: who did not give a new refresh token means the one that is there. */
	public function refreshed(Tokens $tokens, int $now): self {
		$kept = new Tokens($tokens->access(), $tokens->refresh() ?? $this->tokens->refresh(), $tokens->expiresAt, $tokens->scopes ?? $this->tokens->scopes);
		return new self($this->account, $kept, $now);
	}

	/** What stays when the provider does not let us in any more: whose account it was, so that it is known again. */
	public function withoutTokens(): self {
		return new self($this->account, new Tokens('', null, 0, []), $this->obtainedAt);
	}

	/** @return string JSON with the tokens in clear: for sealing, nothing else */
	public function plain(): string {
		return json_encode([
			'access' => $this->tokens->access(),
			'refresh' => $this->tokens->refresh(),
			'expires' => $this->tokens->expiresAt,
			'scopes' => $this->tokens->scopes,
			'obtained' => $this->obtainedAt,
			'account' => ['id' => $this->account->id, 'label' => $this->account->label, 'extra' => (object)$this->account->extra],
		], JSON_THROW_ON_ERROR | JSON_INVALID_UTF8_SUBSTITUTE);
	}

	public static function ofPlain(#[\SensitiveParameter] string $plain): ?self {
		$data = json_decode($plain, true);
		if (!is_array($data) || !is_array($data['account'] ?? null)) {
			return null;
		}
		$scopes = $data['scopes'] ?? null;
		$refresh = $data['refresh'] ?? null;
		return new self(
			new Account(self::text($data['account']['id'] ?? null), self::text($data['account']['label'] ?? null), self::texts($data['account']['extra'] ?? null)),
			new Tokens(self::text($data['access'] ?? null), is_string($refresh) ? $refresh : null, self::number($data['expires'] ?? null), is_array($scopes) ? array_values(self::texts($scopes)) : null),
			self::number($data['obtained'] ?? null),
		);
	}

	private static function text(mixed $value): string {
		return is_string($value) ? $value : '';
	}

	private static function number(mixed $value): int {
		return is_int($value) ? $value : 0;
	}

	/** @return array<string, string> */
	private static function texts(mixed $values): array {
		$texts = [];
		foreach (is_array($values) ? $values : [] as $key => $value) {
			if (is_string($value)) {
				$texts[(string)$key] = $value;
			}
		}
		return $texts;
	}
}
