<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Survey\Consent;

use OCA\Compagnon\Openl\Metric;
use OCA\Compagnon\Survey\Catalogue\CatalogueStore;
use OCA\Compagnon\Survey\Catalogue\Observatories;

/** What was agreed to, less what does not hold any more because something else is asked now. */
final readonly class Consent {
	public function __construct(
		private DecisionRepository $decisions,
		private Observatories $observatories,
		private Notices $notices,
		private CatalogueStore $catalogue,
	) {
	}

	public function standing(): Standing {
		$agreed = $this->decisions->latest();
		$observatory = $this->observatories->named();
		if ($agreed === null || !$agreed->surveys->isOn()) {
			return Standing::off($agreed);
		}
		if ($observatory === null || $observatory->address !== $agreed->observatory) {
			return Standing::off($agreed, Fall::Observatory);
		}
		if ($this->notices->current()->sha256 !== $agreed->notice) {
			return new Standing($agreed, SurveyLevel::See, false, Fall::Notice);
		}
		$isOther = $agreed->figures && $this->metrics() !== null && $this->metrics() !== $agreed->metrics;
		return new Standing($agreed, $agreed->surveys, $agreed->figures && !$isOther, $isOther ? Fall::Metrics : null);
	}

	/** @return ?list<string> names of the figures that are asked for, in order; null when none are */
	public function metrics(): ?array {
		$survey = $this->catalogue->figures();
		if ($survey === null) {
			return null;
		}
		$names = array_map(static fn (Metric $metric): string => $metric->value, $survey->metrics);
		sort($names);
		return $names;
	}
}
