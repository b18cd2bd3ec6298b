<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tour;

use OCA\Compagnon\Content\ContentFault;
use OCA\Compagnon\Content\ContentFolder;
use OCA\Compagnon\Content\FaultLog;

/**
 * Which tour is offered on the pages of which app: resources/offers.json. A file of its own because every page of the
 * space asks, and reading all tours for that would cost too much.
 */
final readonly class Offers {
	public function __construct(
		private ContentFolder $folder,
		private FaultLog $faults,
	) {
	}

	/** @return ?string id of a tour */
	public function forApp(string $app): ?string {
		try {
			$offers = $this->folder->read('offers.json', null);
		} catch (ContentFault $fault) {
			$this->faults->note($fault);
			return null;
		}
		$tour = $offers->{$app} ?? null;
		return is_string($tour) ? $tour : null;
	}
}
