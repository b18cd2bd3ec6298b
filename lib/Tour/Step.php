<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tour;

/** One step of a tour. Title, text and where are keys of resources/texts, or of the tour's own texts. */
final readonly class Step {
	/**
	 * @param string $app app whose page it is on
	 * @param string $path path of the page below the web root
	 * @param bool $exact whether pages below that path are other pages
	 * @param ?string $anchor name of the target; null for the middle of the page
	 * @param ?string $where says where the target is, for when it cannot be shown
	 * @param ?Right $needs what the person must be allowed to do
	 */
	public function __construct(
		public string $id,
		public string $app,
		public string $path,
		public bool $exact,
		public ?string $anchor,
		public string $title,
		public string $text,
		public ?string $where,
		public Ending $ending,
		public Audience $audience,
		public ?Right $needs,
	) {
	}
}
