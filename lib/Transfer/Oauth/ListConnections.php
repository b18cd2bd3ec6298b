<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Oauth;

/** The accounts that a person has connected. */
final readonly class ListConnections {
	public function __construct(
		private ConnectionRepository $connections,
	) {
	}

	/** @return list<Connection> the oldest first */
	public function list(string $userId): array {
		return $this->connections->all($userId);
	}
}
