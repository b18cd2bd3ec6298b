<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Fault;

/** Why something did not work, what that means for the item or the run, and for how long. */
final class Fault extends \RuntimeException {
	/**
	 * @param string $reason stable code, as FaultWords knows it: "rate_limited", "not_downloadable", …
	 * @param ?int $waitSeconds how long the provider wants to be left alone
	 */
	public function __construct(
		public readonly FaultKind $kind,
		public readonly string $reason,
		public readonly ?int $waitSeconds = null,
		?\Throwable $previous = null,
	) {
		parent::__construct($reason, 0, $previous);
	}
}
