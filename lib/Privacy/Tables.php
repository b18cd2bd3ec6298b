<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Privacy;

/** Every table of the app. A test fails when a schema step creates one that is not declared here. */
final class Tables {
	/** @return list<Table> */
	public function all(): array {
		return [
			new Table(
				'compagnon_tour_progress',
				'Goes on with a tour where the person left it, and does not offer one again that was answered.',
				'The person. Nobody else, not even whoever looks after the space.',
				'As long as the account, or until the person erases it.',
				'user_id',
				['tour', 'state', 'step', 'quiet_until', 'updated_at'],
			),
			new Table(
				'compagnon_missing_target',
				'Tells whoever looks after the space which targets of tours members do not find: how often, and on what day last. Nobody’s name.',
				'Whoever looks after the space.',
				'Until the tour check finds the target again. What was not missed for 90 days goes the next time that somebody looks or something is counted.',
				null,
				[],
			),
		];
	}
}
