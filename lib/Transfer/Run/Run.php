<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Run;

use OCA\Compagnon\Transfer\Source\Access;

/** One move into a person's space, as its row says. */
final readonly class Run {
	/**
	 * @param string $userId whose space it fills
	 * @param string $startedBy who began it: the same, or somebody who looks after the space
	 * @param ?string $account id of the connection
	 * @param array<array-key, mixed> $cursor where the phases go on, each under its own name; see RunCursor
	 * @param ?string $code stable reason of the state, as FaultWords knows it
	 * @param ?int $notBefore UTC seconds; nothing is due before
	 * @param ?array<array-key, mixed> $totals what remains of a report whose rows were erased
	 * @param ?int $erasedAt when the rows of its items went
	 */
	public function __construct(
		public string $id,
		public string $userId,
		public string $startedBy,
		public string $source,
		public ?string $account,
		public RunState $state,
		public RunPhase $phase,
		public RunOptions $options,
		public int $createdAt,
		public ?RunWish $wish = null,
		public array $cursor = [],
		public ?string $code = null,
		public ?string $worker = null,
		public int $leaseUntil = 0,
		public ?int $notBefore = null,
		public ?array $totals = null,
		public int $updatedAt = 0,
		public ?int $startedAt = null,
		public ?int $finishedAt = null,
		public ?int $erasedAt = null,
	) {
	}

	/** Somebody who looks after the space has begun it for the person. */
	public function isProposal(): bool {
		return $this->startedBy !== $this->userId;
	}

	public function access(): Access {
		return new Access($this->userId, $this->account, $this->options->archives);
	}

	/** What the copies are remembered by, so that a second run brings only what is new. */
	public function origin(): string {
		return self::originOf($this->options, $this->source, $this->account);
	}

	public static function originOf(RunOptions $options, string $source, ?string $account): string {
		return $options->origin ?? $source . ':' . ($account ?? '');
	}
}
