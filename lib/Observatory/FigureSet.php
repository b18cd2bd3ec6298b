<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory;

use OCA\Compagnon\Error\Invalid;
use OCA\Compagnon\Openl\Fields;
use OCA\Compagnon\Openl\Malformed;
use OCA\Compagnon\Openl\Metric;
use OCA\Compagnon\Openl\Names;
use OCA\Compagnon\Openl\ReportKind;
use OCA\Compagnon\Openl\Words;

/** Which figures are asked of spaces, as resources/schema/figures.json describes the file. */
final readonly class FigureSet {
	private const LARGEST = 16_384;

	/** @param list<Metric> $metrics */
	private function __construct(
		public string $id,
		public string $version,
		public Words $title,
		public Words $purpose,
		public array $metrics,
	) {
	}

	/** @throws Invalid naming the place */
	public static function read(string $json): self {
		try {
			return self::of(Fields::ofJson($json, self::LARGEST));
		} catch (Malformed $e) {
			throw $e->invalid();
		}
	}

	private static function of(Fields $fields): self {
		if ($fields->take('schema') !== 1) {
			throw new Malformed('schema');
		}
		if ($fields->has('$schema')) {
			$fields->plain('$schema', 300);
		}
		if ($fields->take('kind') !== ReportKind::SpaceFigures->value) {
			throw new Malformed('kind');
		}
		$set = new self(
			$fields->text('id', Names::SURVEY),
			$fields->text('version', Names::VERSION),
			$fields->words('title', 120),
			$fields->words('purpose', 1_000),
			array_map(
				static fn (mixed $name): Metric => (is_string($name) ? Metric::tryFrom($name) : null) ?? throw new Malformed('metrics'),
				$fields->list('metrics', 1, count(Metric::cases())),
			),
		);
		$fields->end();
		return count(array_unique(array_column($set->metrics, 'value'))) === count($set->metrics) ? $set : throw new Malformed('metrics');
	}
}
