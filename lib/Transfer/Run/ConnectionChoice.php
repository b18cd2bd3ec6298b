<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Run;

use OCA\Compagnon\Error\Invalid;
use OCA\Compagnon\Transfer\Oauth\Connection;
use OCA\Compagnon\Transfer\Oauth\ConnectionRepository;
use OCA\Compagnon\Transfer\Oauth\ConnectionState;

/** Which account of a person a run reads from. */
final readonly class ConnectionChoice {
	public function __construct(
		private ConnectionRepository $connections,
	) {
	}

	/**
	 * @param ?string $id null for the one that was connected last
	 * @throws Invalid when there is none that works
	 */
	public function choose(string $userId, string $source, ?string $id): Connection {
		$fitting = array_filter(
			$this->connections->all($userId),
			static fn (Connection $one): bool => $one->source === $source && ($id === null || $one->id === $id) && $one->state === ConnectionState::Ready,
		);
		return array_pop($fitting) ?? throw new Invalid('connection', 'No account is connected for this. Connect one first.');
	}
}
