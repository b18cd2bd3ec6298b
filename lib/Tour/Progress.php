<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tour;

/** Where one person stands with one tour. */
final readonly class Progress {
	/**
	 * @param ?string $step id of the step that is open, or was when the tour was left
	 * @param ?string $mark how the space was when the step was opened (see SpaceFacts::mark)
	 * @param int $revision 0 while nothing is stored; each change makes it one higher
	 * @param ?int $quietUntil UTC seconds before which nothing is proposed again
	 * @param int $updatedAt UTC seconds
	 */
	public function __construct(
		public string $tour,
		public ProgressState $state,
		public ?string $step = null,
		public ?string $mark = null,
		public int $revision = 0,
		public ?int $quietUntil = null,
		public int $updatedAt = 0,
	) {
	}

	/** Begun and not ended: it can be gone on with. */
	public function isUnderWay(): bool {
		return $this->state === ProgressState::Running || $this->state === ProgressState::Paused;
	}

	public function offered(int $now): self {
		return $this->next(ProgressState::Offered, $now, quietUntil: null);
	}

	/** @param ?string $mark see SpaceFacts::mark */
	public function at(string $step, ?string $mark, int $now): self {
		return new self($this->tour, ProgressState::Running, $step, $mark, $this->revision + 1, null, $now);
	}

	public function resumed(int $now): self {
		return $this->next(ProgressState::Running, $now, quietUntil: null);
	}

	public function paused(int $now, int $quietUntil): self {
		return $this->next(ProgressState::Paused, $now, $quietUntil);
	}

	public function putOff(int $now, int $quietUntil): self {
		return $this->next($this->state, $now, $quietUntil);
	}

	public function finished(int $now): self {
		return $this->next(ProgressState::Finished, $now, quietUntil: null);
	}

	public function refused(int $now): self {
		return $this->next(ProgressState::Refused, $now, quietUntil: null);
	}

	/**
	 * @return array{tour: string, state: string, step: ?string, revision: int, quietUntil: ?int, updatedAt: int}
	 */
	public function toArray(): array {
		return [
			'tour' => $this->tour,
			'state' => $this->state->value,
			'step' => $this->step,
			'revision' => $this->revision,
			'quietUntil' => $this->quietUntil,
			'updatedAt' => $this->updatedAt,
		];
	}

	private function next(ProgressState $state, int $now, ?int $quietUntil): self {
		return new self($this->tour, $state, $this->step, $this->mark, $this->revision + 1, $quietUntil, $now);
	}
}
