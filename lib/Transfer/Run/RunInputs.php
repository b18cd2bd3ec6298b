<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Run;

use OCA\Compagnon\Error\Invalid;
use OCA\Compagnon\Transfer\Oauth\Connection;
use OCA\Compagnon\Transfer\Source\Source;

/** What a run reads from: a connected account, or archives in the files. */
final readonly class RunInputs {
	public function __construct(
		private ConnectionChoice $connections,
		private ArchiveChoice $archives,
	) {
	}

	/**
	 * @param ?string $connection null for the one that was connected last
	 * @param list<int> $archives
	 * @return array{?string, RunOptions} id of the account, and the options with what is read
	 * @throws Invalid
	 */
	public function fill(string $userId, Source $source, ?string $connection, array $archives, RunOptions $options): array {
		if ($source->needsConnection()) {
			$chosen = $this->connections->choose($userId, $source->id(), $connection);
			return [$chosen->id, $options->reading([], $chosen->label, self::origin($chosen))];
		}
		['ids' => $ids, 'label' => $label] = $this->archives->choose($userId, $archives);
		// What is in an archive has an id that tells one from another, and that a later export of the same has too.
		return [null, $options->reading($ids, $label, $source->id() . ':')];
	}

	/** By the account's own id, so that it is the same after it was disconnected and connected again. */
	public static function origin(Connection $connection): string {
		return $connection->source . ':' . self::short($connection->account);
	}

	/** Fits into its column whatever a provider calls its accounts. */
	private static function short(string $account): string {
		return strlen($account) > 64 ? sha1($account) : $account;
	}
}
