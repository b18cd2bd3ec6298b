<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Run;

use OCA\Compagnon\Port\Database;
use OCA\Compagnon\Transfer\Item\Column;

/**
 * A run as the database gives it.
 *
 * @phpstan-import-type Row from Database
 */
final readonly class RunRow {
	/** @param Row $row */
	public static function read(array $row): Run {
		return new Run(
			(string)$row['id'],
			(string)$row['user_id'],
			(string)$row['started_by'],
			(string)$row['source'],
			Column::text($row['account']),
			RunState::from((string)$row['state']),
			RunPhase::from((string)$row['phase']),
			RunOptions::fromJson((string)$row['options']),
			(int)$row['created_at'],
			RunWish::tryFrom((string)$row['wish']),
			Column::json($row['cursor_state']),
			Column::text($row['code']),
			Column::text($row['worker']),
			(int)$row['lease_until'],
			Column::number($row['not_before']),
			$row['totals'] === null ? null : Column::json($row['totals']),
			(int)$row['updated_at'],
			Column::number($row['started_at']),
			Column::number($row['finished_at']),
			Column::number($row['erased_at']),
		);
	}
}
