<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Source;

/** A part of a listing. */
final readonly class Page {
	/**
	 * @param list<FoundItem> $items
	 * @param list<string> $gone ids that earlier pages had and that are not there any more
	 * @param ?string $next where to go on; null when this was the last page
	 * @param bool $restart what was listed so far does not count: the provider begins anew
	 */
	public function __construct(
		public array $items,
		public ?string $next,
		public array $gone = [],
		public bool $restart = false,
	) {
	}
}
