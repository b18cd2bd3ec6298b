<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Engine;

use OCA\Compagnon\Http\Ended;
use OCA\Compagnon\Port\Clock;
use OCA\Compagnon\Port\HttpPool;

/** The very large files that are coming, and their requests: each is called "<item key>/<segment>" in the pool. */
final class RangedDownloads {
	/** @var array<string, Ranges> by key of the item */
	private array $files = [];

	public function __construct(
		private readonly HttpPool $pool,
		private readonly Limiter $limiter,
		private readonly Clock $clock,
	) {
	}

	public function add(Ranges $ranges): void {
		$this->files[$ranges->item->key] = $ranges;
	}

	public function count(): int {
		return count($this->files);
	}

	/** @return list<string> keys of the items */
	public function keys(): array {
		return array_keys($this->files);
	}

	/** Begins as many requests as there may be. */
	public function feed(): void {
		foreach ($this->files as $key => $ranges) {
			while ($this->limiter->allows($this->pool->running(), $this->clock->now()) && ($range = $ranges->next()) !== null) {
				$request = $ranges->fetch->request ?? throw new \LogicException('ranges come by requests');
				$this->pool->start("$key/$range->segment", $request->with('range', $range->header()), $range);
			}
		}
	}

	/** @return ?array{Ranges, Range} whose request this was */
	public function ended(Ended $ended): ?array {
		[$key, $segment] = explode('/', $ended->key, 2) + ['', ''];
		$ranges = $this->files[$key] ?? null;
		$range = $ranges?->coming((int)$segment);
		if ($ranges === null || $range === null) {
			return null;
		}
		$ranges->end($range);
		return [$ranges, $range];
	}

	/** Whether checksums have something to do, so that nobody is to wait. */
	public function areBehind(): bool {
		return array_filter($this->files, static fn (Ranges $ranges): bool => $ranges->isBehind()) !== [];
	}

	/**
	 * Goes on with the checksums.
	 *
	 * @return list<Ranges> that are complete
	 * @throws LeaseLost
	 */
	public function follow(): array {
		$complete = [];
		foreach ($this->files as $key => $ranges) {
			$ranges->follow();
			if ($ranges->lost) {
				throw new LeaseLost();
			}
			if ($ranges->isComplete()) {
				unset($this->files[$key]);
				$complete[] = $ranges;
			}
		}
		return $complete;
	}

	/** Ends all requests of a file; what they have brought stays in staging. */
	public function stop(string $key): ?Ranges {
		$ranges = $this->files[$key] ?? null;
		foreach ($ranges?->segments() ?? [] as $segment) {
			$this->pool->stop("$key/$segment");
		}
		unset($this->files[$key]);
		$ranges?->mark();
		return $ranges;
	}
}
