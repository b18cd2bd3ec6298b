<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Source;

use OCA\Compagnon\Transfer\Hash\HashAlgorithm;
use OCA\Compagnon\Transfer\Item\ItemKind;

/** One file or folder as a source lists it. Upserted by its id: the last one listed counts. */
final readonly class FoundItem {
	/**
	 * @param string $id of the source; the same in every later run
	 * @param ?string $parentId id of the folder it lies in; null directly below the chosen root
	 * @param string $name as the source has it: any UTF-8, perhaps broken; with the extension of the export format
	 * @param ?int $size bytes; null when only the download tells
	 * @param ?int $modifiedAt UTC seconds
	 * @param ?string $revision changes with the content
	 * @param ?string $hash lower-case hex
	 * @param ?string $unsupported code of the reason why nobody can take it out (see SourceText), null when it can come
	 * @param ?string $link address at the provider, by which "Retrouver un fichier" finds the copy
	 * @param list<string> $people who had access besides the account itself: addresses, groups or "anyone"
	 * @param array<string, scalar|null> $extra what the source needs for the download
	 */
	public function __construct(
		public string $id,
		public ItemKind $kind,
		public ?string $parentId,
		public string $name,
		public ?int $size,
		public ?int $modifiedAt = null,
		public ?string $revision = null,
		public ?HashAlgorithm $algorithm = null,
		public ?string $hash = null,
		public ?string $unsupported = null,
		public ?string $link = null,
		public array $people = [],
		public array $extra = [],
	) {
	}
}
