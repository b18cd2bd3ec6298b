<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory;

use OCA\Compagnon\Openl\Metric;

/** How figures and their bands are called: resources/metrics.json. */
final class FigureWords {
	private const FILE = __DIR__ . '/../../resources/metrics.json';

	/** @var array<string, array{title: array<string, string>, bands: array<string, array<string, string>>}>|null */
	private ?array $metrics = null;

	/** @return array<string, string> words by language */
	public function title(Metric $metric): array {
		return $this->metrics()[$metric->value]['title'] ?? ['fr' => $metric->value, 'en' => $metric->value];
	}

	/** @return array<string, string> words by language */
	public function band(Metric $metric, string $band): array {
		return $this->metrics()[$metric->value]['bands'][$band] ?? ['fr' => $band, 'en' => $band];
	}

	/** @return array<string, array{title: array<string, string>, bands: array<string, array<string, string>>}> */
	private function metrics(): array {
		if ($this->metrics === null) {
			$this->metrics = [];
			/** @var array{metrics?: list<array{name: string, title: array<string, string>, bands: list<array{id: string, text: array<string, string>}>}>} $file */
			$file = is_file(self::FILE) ? json_decode((string)file_get_contents(self::FILE), true, flags: JSON_THROW_ON_ERROR) : [];
			foreach ($file['metrics'] ?? [] as $metric) {
				$this->metrics[$metric['name']] = ['title' => $metric['title'], 'bands' => array_column($metric['bands'], 'text', 'id')];
			}
		}
		return $this->metrics;
	}
}
