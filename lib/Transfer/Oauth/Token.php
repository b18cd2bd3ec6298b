<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Oauth;

/** What a request for an account needs, at this moment. */
final readonly class Token {
	/** @var \SensitiveParameterValue<string> */
	private \SensitiveParameterValue $value;

	/** @param int $revision of the connection when it was read: another one means another token */
	public function __construct(
		#[\SensitiveParameter]
		string $value,
		public Account $account,
		public int $expiresAt,
		public int $obtainedAt,
		public int $revision,
	) {
		$this->value = new \SensitiveParameterValue($value);
	}

	public static function of(Held $held): self {
		return new self($held->grant->tokens->access(), $held->grant->account, $held->grant->tokens->expiresAt, $held->grant->obtainedAt, $held->revision);
	}

	/** @return string value of the header "Authorization" */
	public function bearer(): string {
		return 'Bearer ' . $this->value->getValue();
	}
}
