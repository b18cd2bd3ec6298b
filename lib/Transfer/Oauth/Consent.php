<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Oauth;

/** A consent that was begun: what has to come back with the person, sealed until then. */
final readonly class Consent {
	/** @var \SensitiveParameterValue<string> */
	private \SensitiveParameterValue $state;
	/** @var \SensitiveParameterValue<string> */
	private \SensitiveParameterValue $verifier;

	public function __construct(
		public string $id,
		public string $userId,
		public string $source,
		#[\SensitiveParameter]
		string $state,
		#[\SensitiveParameter]
		string $verifier,
		public int $begunAt,
	) {
		$this->state = new \SensitiveParameterValue($state);
		$this->verifier = new \SensitiveParameterValue($verifier);
	}

	public function state(): string {
		return $this->state->getValue();
	}

	public function verifier(): string {
		return $this->verifier->getValue();
	}
}
