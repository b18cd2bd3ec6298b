<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory;

use OCA\Compagnon\Error\NotFound;

/** Puts what was published into the catalogue, with its hash. */
final readonly class AnnounceResult {
	public function __construct(
		private Surveys $surveys,
		private MakeCatalogue $catalogue,
	) {
	}

	/**
	 * @param string $sha256 hex, of the release's text
	 * @param string $day of publication
	 * @throws NotFound when the survey is not frozen
	 */
	public function announce(Survey $survey, string $sha256, string $day): void {
		if (!$this->surveys->released($survey->id, $survey->period->name, $sha256, $day)) {
			throw new NotFound('There is no frozen survey of this name in this period.');
		}
		$this->catalogue->make();
	}
}
