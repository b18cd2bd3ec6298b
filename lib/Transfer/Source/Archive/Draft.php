<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Source\Archive;

use OCA\Compagnon\Transfer\Hash\HashAlgorithm;
use OCA\Compagnon\Transfer\Item\ItemKind;
use OCA\Compagnon\Transfer\Source\FoundItem;
use OCA\Compagnon\Transfer\Target\StoredFile;

/** A file of an archive, before its side file was looked at. */
final readonly class Draft {
	/** @param string $path below the root of the set */
	public function __construct(
		public OpenSet $set,
		public StoredFile $archive,
		public string $form,
		public Entry $entry,
		public string $path,
		public string $id,
	) {
	}

	public function name(): string {
		$slash = strrpos($this->path, '/');
		return $slash === false ? $this->path : substr($this->path, $slash + 1);
	}

	/** @param ?Side $side what a Takeout says about it */
	public function item(?Side $side): FoundItem {
		$entry = $this->entry;
		return new FoundItem(
			$this->id,
			ItemKind::File,
			$this->set->parentOf($this->path),
			$side === null ? $this->name() : $side->nameOf($this->name()),
			$entry->size,
			$side->modifiedAt ?? $entry->modifiedAt,
			"$entry->size-" . ($entry->crc ?? (string)$entry->modifiedAt),
			$entry->crc === null ? null : HashAlgorithm::Crc32,
			$entry->crc,
			$entry->unsupported,
			people: $side->people ?? [],
			extra: ['form' => $this->form, 'file' => $this->archive->id, 'etag' => $this->archive->etag, 'at' => $entry->at, 'packed' => $entry->packed, 'method' => $entry->method],
		);
	}
}
