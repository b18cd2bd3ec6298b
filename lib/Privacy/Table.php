<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Privacy;

/** What a table of the app is for, said once and used for export, erasure and the page about privacy. */
final readonly class Table {
	/**
	 * @param string $name without prefix
	 * @param string $purpose why the rows are kept
	 * @param string $reader who can see them
	 * @param string $retention how long they live
	 * @param ?string $person column with the id of the account; null when the rows are about nobody
	 * @param list<string> $exported columns a person receives
	 */
	public function __construct(
		public string $name,
		public string $purpose,
		public string $reader,
		public string $retention,
		public ?string $person,
		public array $exported,
	) {
	}
}
