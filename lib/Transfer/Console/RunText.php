<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Console;

use OCA\Compagnon\Transfer\Fault\FaultWords;
use OCA\Compagnon\Transfer\Item\ItemState;
use OCA\Compagnon\Transfer\Report\CountTotals;
use OCA\Compagnon\Transfer\Report\Totals;
use OCA\Compagnon\Transfer\Run\Run;

/**
 * Runs as lines of text for whoever runs the server: how many and why, never what. In English, as everything on a
 * console.
 */
final readonly class RunText {
	public function __construct(
		private CountTotals $totals,
	) {
	}

	/** @return string one line */
	public function line(Run $run): string {
		$counts = $this->totals->of($run)->counts;
		return sprintf(
			'%s  %-17s %-9s %-16s %-8s %d of %d, %s',
			$run->id,
			$run->state->value,
			$run->phase->value,
			$run->userId,
			$run->source,
			$counts->items(ItemState::Verified, ItemState::Identical),
			$counts->allItems(),
			self::size($counts->bytes(ItemState::Verified, ItemState::Identical)),
		);
	}

	/** @return list<string> all that is known of it */
	public function status(Run $run): array {
		$lines = [
			"Run $run->id: {$run->state->value}, phase {$run->phase->value}",
			"For $run->userId, begun by $run->startedBy on " . self::date($run->createdAt) . ", from $run->source",
			'Worker: ' . ($run->worker === null ? 'none' : "$run->worker until " . self::date($run->leaseUntil)) . ($run->wish === null ? '' : ", asked to {$run->wish->value}"),
		];
		if ($run->notBefore !== null) {
			$lines[] = 'Nothing is due before ' . self::date($run->notBefore);
		}
		if ($run->code !== null) {
			$lines[] = "Reason: $run->code. " . FaultWords::source($run->code);
		}
		return [...$lines, ...$this->numbers($this->totals->of($run))];
	}

	/** @return list<string> */
	public function report(Run $run): array {
		$totals = $this->totals->of($run);
		$lines = [...$this->numbers($totals), sprintf('Renamed: %d', $totals->renamed)];
		foreach ($totals->reasons as $reason) {
			$lines[] = sprintf('%s: %d (%s). %s', $reason['state'], $reason['items'], $reason['code'], FaultWords::source($reason['code']));
		}
		$lines[] = $totals->holds() ? 'It adds up.' : 'It does not add up.';
		return $lines;
	}

	/** @return array<string, mixed> the same for machines */
	public function data(Run $run): array {
		$totals = $this->totals->of($run);
		return [
			'id' => $run->id, 'person' => $run->userId, 'startedBy' => $run->startedBy, 'source' => $run->source,
			'state' => $run->state->value, 'phase' => $run->phase->value, 'code' => $run->code,
			'createdAt' => $run->createdAt, 'startedAt' => $run->startedAt, 'finishedAt' => $run->finishedAt,
			'counts' => $totals->counts->states, 'renamed' => $totals->renamed, 'reasons' => $totals->reasons, 'holds' => $totals->holds(),
		];
	}

	/** @return list<string> */
	private function numbers(Totals $totals): array {
		$lines = [sprintf('Found: %d, %s', $totals->counts->allItems(), self::size($totals->counts->allBytes()))];
		foreach (ItemState::cases() as $state) {
			if ($totals->counts->items($state) > 0) {
				$lines[] = sprintf('  %-12s %d, %s', $state->value, $totals->counts->items($state), self::size($totals->counts->bytes($state)));
			}
		}
		return $lines;
	}

	private static function size(int $bytes): string {
		return $bytes < 1024 ** 2 ? number_format($bytes / 1024, 1) . ' KB' : number_format($bytes / 1024 ** 2, 1) . ' MB';
	}

	private static function date(int $seconds): string {
		return gmdate('Y-m-d H:i:s', $seconds) . ' UTC';
	}
}
