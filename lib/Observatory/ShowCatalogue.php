<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory;

use OCA\Compagnon\Error\NotFound;

/** The catalogue, the same for everybody: nothing in the request says who asks, or what for. */
final readonly class ShowCatalogue {
	public function __construct(
		private Catalogues $catalogues,
	) {
	}

	/** @throws NotFound */
	public function newest(): StoredCatalogue {
		return $this->catalogues->newest() ?? throw self::none();
	}

	/**
	 * @param string $number as it stands in the address
	 * @throws NotFound
	 */
	public function number(string $number): StoredCatalogue {
		$found = preg_match('/^[1-9]\d{0,8}$/D', $number) === 1 ? $this->catalogues->find((int)$number) : null;
		return $found ?? throw self::none();
	}

	private static function none(): NotFound {
		return new NotFound('There is no such catalogue.');
	}
}
