<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Oauth;

/** What the token endpoint gave. */
final readonly class Tokens {
	/** @var \SensitiveParameterValue<string> */
	private \SensitiveParameterValue $access;
	/** @var \SensitiveParameterValue<string|null> */
	private \SensitiveParameterValue $refresh;

	/**
	 * @param ?string $refresh null when the provider did not give one, or none that is new
	 * @param ?list<string> $scopes null when the provider did not say
	 */
	public function __construct(
		#[\SensitiveParameter]
		string $access,
		#[\SensitiveParameter]
		?string $refresh,
		public int $expiresAt,
		public ?array $scopes,
	) {
		$this->access = new \SensitiveParameterValue($access);
		$this->refresh = new \SensitiveParameterValue($refresh);
	}

	public function access(): string {
		return $this->access->getValue();
	}

	public function refresh(): ?string {
		return $this->refresh->getValue();
	}
}
