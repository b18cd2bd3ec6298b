<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tour;

use OCA\Compagnon\Error\Unavailable;

/** Changes where a person stands, so that two tabs never overwrite each other. */
final readonly class ProgressChange {
	/** How often a change is tried again that does not depend on what the caller knew. */
	private const TRIES = 3;

	public function __construct(
		private ProgressRepository $progress,
	) {
	}

	/**
	 * A change that is right whatever the state was: tried again when somebody else was faster.
	 *
	 * @param callable(Progress $now): Progress $next gives the same object back when there is nothing to change
	 */
	public function always(string $userId, string $tour, callable $next): Progress {
		for ($try = 0; $try < self::TRIES; $try++) {
			$now = $this->progress->find($userId, $tour) ?? new Progress($tour, ProgressState::Offered);
			$wanted = $next($now);
			if ($wanted === $now || $this->progress->store($userId, $wanted)) {
				return $wanted;
			}
		}
		throw new Unavailable('Your progress is being changed elsewhere at the same time. Try again in a moment.');
	}

	/**
	 * A change of a running tour by someone who knows where it stands.
	 *
	 * @param int $revision the one the caller knows
	 * @param callable(Progress $now): Progress $next
	 * @throws ProgressConflict when it is not running or went on elsewhere
	 */
	public function running(string $userId, string $tour, int $revision, callable $next): Progress {
		$now = $this->progress->find($userId, $tour) ?? new Progress($tour, ProgressState::Offered);
		if ($now->state !== ProgressState::Running || $now->revision !== $revision) {
			throw new ProgressConflict($now);
		}
		$wanted = $next($now);
		if (!$this->progress->store($userId, $wanted)) {
			throw new ProgressConflict($this->progress->find($userId, $tour) ?? $now);
		}
		return $wanted;
	}
}
