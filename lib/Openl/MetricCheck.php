<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Openl;

use OCA\Compagnon\Error\Invalid;

/** Are these the figures that were asked for, and nothing else? */
final class MetricCheck {
	/**
	 * @param array<array-key, mixed> $metrics by name: a band, a list of choices in a set, or null when it was left out or not measured
	 * @param list<Metric> $asked
	 * @throws Invalid naming the figure
	 */
	public function check(#[\SensitiveParameter] array $metrics, array $asked): void {
		foreach ($asked as $metric) {
			if (!array_key_exists($metric->value, $metrics)) {
				throw Invalid::missing("metrics.$metric->value");
			}
			if (!$this->fits($metric, $metrics[$metric->value])) {
				throw Invalid::kind("metrics.$metric->value");
			}
			unset($metrics[$metric->value]);
		}
		foreach ($metrics as $name => $value) {
			throw Invalid::unknown('metrics.' . Fields::name($name));
		}
	}

	private function fits(Metric $metric, #[\SensitiveParameter] mixed $value): bool {
		if ($value === null) {
			return true;
		}
		if (!$metric->isSet()) {
			return in_array($value, $metric->bands(), true);
		}
		return is_array($value) && array_is_list($value) && $value === $metric->chosen(array_values(array_filter($value, is_string(...))));
	}
}
