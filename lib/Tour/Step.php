<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tour;

use OCA\Compagnon\Content\Text;

/** One step of a tour. */
final readonly class Step {
	/**
	 * @param string $app app whose page it is on
	 * @param string $path path of the page below the web root
	 * @param bool $exact whether pages below that path are other pages
	 * @param ?string $anchor name of the target; null for the middle of the page
	 * @param ?Text $where says where the target is, for when it cannot be shown
	 * @param ?Right $needs what the person must be allowed to do
	 */
	public function __construct(
		public string $id,
		public string $app,
		public string $path,
		public bool $exact,
		public ?string $anchor,
		public Text $title,
		public Text $text,
		public ?Text $where,
		public Ending $ending,
		public Audience $audience,
		public ?Right $needs,
	) {
	}

	/** @return array{app: string, path: string, exact: bool} the page that it is on, as the browser gets it */
	public function page(): array {
		return ['app' => $this->app, 'path' => $this->path, 'exact' => $this->exact];
	}
}
