<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Survey\Figures;

use OCA\Compagnon\Openl\Metric;
use OCA\Compagnon\Survey\SpaceFigures;

/** A space that measures nothing: every figure is null. */
final readonly class NothingMeasured implements SpaceFigures {
	#[\Override]
	public function measure(): array {
		return array_fill_keys(array_map(static fn (Metric $metric): string => $metric->value, Metric::cases()), null);
	}
}
