<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Survey\Panel;

use OCA\Compagnon\Openl\Metric;

/** What each figure is called, why it is asked for, and what can be answered, in the words of resources/metrics.json. */
final class MetricWords {
	private const FILE = __DIR__ . '/../../../resources/metrics.json';

	/** @var array<string, array<array-key, mixed>>|null by name */
	private ?array $read = null;

	public function __construct(
		private readonly string $metricsFile = self::FILE,
	) {
	}

	/**
	 * @param list<string> $names
	 * @return list<array<string, mixed>> as the schema SurveyMetric of openapi.json, in the order of the report
	 */
	public function of(array $names): array {
		$known = array_filter(Metric::cases(), static fn (Metric $metric): bool => in_array($metric->value, $names, true));
		return array_map(fn (Metric $metric): array => $this->one($metric), array_values($known));
	}

	/** @return array<string, mixed> */
	private function one(Metric $metric): array {
		$name = $metric->value;
		$words = $this->words()[$name] ?? [];
		$bands = array_column(is_array($words['bands'] ?? null) ? $words['bands'] : [], 'text', 'id');
		return [
			'name' => $name,
			'title' => $words['title'] ?? self::same($name),
			'why' => $words['why'] ?? self::same(''),
			'bands' => array_map(static fn (string $band): array => ['id' => $band, 'text' => $bands[$band] ?? self::same($band)], $metric->bands()),
			'several' => $metric->isSet(),
		];
	}

	/** @return array<string, array<array-key, mixed>> */
	private function words(): array {
		if ($this->read === null) {
			$file = json_decode((string)@file_get_contents($this->metricsFile), true);
			$this->read = [];
			foreach (is_array($file) && is_array($file['metrics'] ?? null) ? $file['metrics'] : [] as $one) {
				if (is_array($one) && is_string($one['name'] ?? null)) {
					$this->read[$one['name']] = $one;
				}
			}
		}
		return $this->read;
	}

	/** @return array{fr: string, en: string} a newer catalogue may ask for what this release has no words for */
	private static function same(string $text): array {
		return ['fr' => $text, 'en' => $text];
	}
}
