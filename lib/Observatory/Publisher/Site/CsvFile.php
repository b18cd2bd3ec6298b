<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory\Publisher\Site;

use OCA\Compagnon\Observatory\Publisher\Release\Cell;
use OCA\Compagnon\Observatory\Publisher\Release\Figure;
use OCA\Compagnon\Observatory\Publisher\Release\Layer;
use OCA\Compagnon\Observatory\Publisher\Release\Release;
use OCA\Compagnon\Observatory\Publisher\Release\Result;

/** A release as one flat table: RFC 4180, UTF-8, dot as decimal sign. */
final readonly class CsvFile {
	/** What a spreadsheet would take for a formula. */
	private const FORMULA = '/^[=+\-@\t\r]/';

	public static function of(Release $release): string {
		$lines = [array_keys(Dictionary::TYPES)];
		foreach ($release->strata as $layer) {
			$lines[] = self::line($release, $layer, '', 'participation', state: $layer->answers === null ? 'withheld' : 'shown', numbers: [$layer->answers, $layer->tokens, $layer->rate, null, null]);
			foreach ($layer->questions as $result) {
				$lines = [...$lines, ...self::ofResult($release, $layer, $result)];
			}
		}
		return implode('', array_map(static fn (array $line): string => implode(',', array_map(self::quote(...), $line)) . "\r\n", $lines));
	}

	/** @return list<list<string>> */
	private static function ofResult(Release $release, Layer $layer, Result $result): array {
		if ($result->withheld !== null) {
			return [self::line($release, $layer, $result->id, 'count', state: 'withheld')];
		}
		$lines = array_map(static fn (Cell $cell): array => self::line($release, $layer, $result->id, 'count', $cell, match (true) {
			$cell->count === null => 'hidden',
			count($cell->options) > 1 => 'merged',
			default => 'shown',
		}, [$cell->count, $result->n, $cell->share, $cell->low, $cell->high]), $result->cells);
		foreach (['score' => $result->score, 'balance' => $result->balance] as $measure => $figure) {
			if ($figure instanceof Figure) {
				$lines[] = self::line($release, $layer, $result->id, $measure, state: 'shown', numbers: [$figure->value, $result->n, null, $figure->low, $figure->high]);
			}
		}
		return $lines;
	}

	/**
	 * @param list<int|float|null> $numbers value, n, share, low, high
	 * @return list<string>
	 */
	private static function line(Release $release, Layer $layer, string $question, string $measure, ?Cell $cell = null, string $state = 'shown', array $numbers = [null, null, null, null, null]): array {
		return [
			$release->survey,
			$release->period,
			$layer->stratum,
			self::harmless($question),
			$measure,
			self::harmless(implode('|', $cell->options ?? [])),
			self::harmless($cell->text['fr'] ?? ''),
			self::harmless($cell->text['en'] ?? ''),
			$state,
			...array_map(strval(...), $numbers),
		];
	}

	private static function harmless(string $label): string {
		return preg_match(self::FORMULA, $label) === 1 ? "'$label" : $label;
	}

	private static function quote(string $field): string {
		return preg_match('/[",\r\n]/', $field) === 1 ? '"' . str_replace('"', '""', $field) . '"' : $field;
	}
}
