<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Oauth;

/** A connection with what is kept for it, as one reading of its row found it. */
final readonly class Held {
	/** Who has not come back with new tokens by then never will. */
	private const REFRESH_SECONDS = 90;

	/**
	 * @param Grant $grant without tokens when the connection is lost
	 * @param int $revision even when settled, odd while somebody asks for new tokens
	 */
	public function __construct(
		public Connection $connection,
		public Grant $grant,
		public int $revision,
	) {
	}

	/** Whether somebody asks the provider for new tokens at this moment. */
	public function isBeingRefreshed(int $now): bool {
		return $this->revision % 2 === 1 && $now - $this->connection->updatedAt < self::REFRESH_SECONDS;
	}

	/** @return int revision of whoever refreshes next; another one when the last gave up without a word */
	public function claimed(): int {
		return $this->revision + ($this->revision % 2 === 1 ? 2 : 1);
	}
}
