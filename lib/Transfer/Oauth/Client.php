<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Oauth;

/** What a provider knows this space by: made once, by whoever looks after the space. */
final readonly class Client {
	/** @var \SensitiveParameterValue<string> */
	private \SensitiveParameterValue $secret;

	public function __construct(
		public string $id,
		#[\SensitiveParameter]
		string $secret,
	) {
		$this->secret = new \SensitiveParameterValue($secret);
	}

	public function secret(): string {
		return $this->secret->getValue();
	}
}
