<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory\Publisher\Release;

use OCA\Compagnon\Observatory\Publisher\Count\Rounding;
use OCA\Compagnon\Observatory\Publisher\Count\Shape;

/** Looks through a release for what must never be in one, without knowing the counts behind it. */
final readonly class CheckRelease {
	/** @return list<string> what is wrong; empty when all is well */
	public static function faults(Release $release): array {
		$faults = [];
		if ($release->k < Rounding::K) {
			$faults[] = "k is $release->k";
		}
		if ($release->perSpace >= $release->k) {
			$faults[] = 'one space could fill a cell';
		}
		$strata = array_map(static fn (Layer $layer): string => $layer->stratum, $release->strata);
		if ($strata !== array_unique($strata)) {
			$faults[] = 'a stratum comes twice';
		}
		foreach ($release->strata as $layer) {
			$faults = [...$faults, ...self::total($layer->answers, "$layer->stratum answers"), ...self::total($layer->tokens, "$layer->stratum tokens")];
			foreach ($layer->questions as $result) {
				$faults = [...$faults, ...self::ofResult($result, "$layer->stratum $result->id")];
			}
		}
		return $faults;
	}

	/** @return list<string> */
	private static function ofResult(Result $result, string $where): array {
		$faults = self::total($result->n, $where);
		if (($result->n === null) !== ($result->withheld !== null)) {
			$faults[] = "$where has no reason for what is not shown";
		}
		if ($result->n === null && ($result->cells !== [] || $result->score !== null || $result->balance !== null)) {
			$faults[] = "$where shows what is withheld";
		}
		$hidden = 0;
		foreach ($result->cells as $cell) {
			$hidden += $cell->count === null ? 1 : 0;
			if ($cell->count !== null && ($cell->count < Rounding::K || $cell->count % Rounding::CELLS !== 0)) {
				$faults[] = "$where shows $cell->count";
			}
			if ($cell->count === null && ($cell->share !== null || $cell->low !== null || $cell->high !== null)) {
				$faults[] = "$where shows the share of a hidden cell";
			}
		}
		if ($result->shape !== Shape::Several && ($hidden === 1 || ($hidden > 0 && $result->shape->hasOrder()))) {
			$faults[] = "$where hides a cell that can be computed";
		}
		return $faults;
	}

	/** @return list<string> */
	private static function total(?int $total, string $where): array {
		return $total === null || ($total >= Rounding::K && $total % Rounding::TOTALS === 0) ? [] : ["$where is of $total"];
	}
}
