<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Source;

/** What is to come, and in which form. */
final readonly class Choice {
	/**
	 * @param list<string> $folders ids of folders to take with all below them; everything when empty
	 * @param list<string> $without ids of folders below them to leave out
	 * @param 'office'|'opendocument'|'pdf' $documents form of documents that exist at the provider only
	 * @param bool $sharedWithMe also what others have shared with the account
	 * @param bool $photos photos of a Takeout too
	 */
	public function __construct(
		public array $folders = [],
		public array $without = [],
		public string $documents = 'office',
		public bool $sharedWithMe = true,
		public bool $photos = true,
	) {
	}
}
