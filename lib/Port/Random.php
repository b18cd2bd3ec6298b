<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Port;

/** Chance, so that tests can choose it. */
interface Random {
	/** @return string a new id: 26 characters of a–z and 2–7, never the same twice */
	public function id(): string;

	/**
	 * @param positive-int $length
	 * @return string bytes nobody can guess
	 */
	public function bytes(int $length): string;

	/** @return int between both, each included; for delays, not for secrets */
	public function between(int $least, int $most): int;
}
