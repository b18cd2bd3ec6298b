<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Item;

use OCA\Compagnon\Transfer\Hash\HashAlgorithm;

/** One thing that a run has to bring, as its row says. */
final readonly class Item {
	/**
	 * @param string $key 40 hex digits: SHA-1 of kind and source id
	 * @param ?string $parentKey null directly below the chosen root
	 * @param string $sourcePath for reading and the report: names of the folders and its own, joined by " / "
	 * @param ?string $targetFolder below the run's target folder; '' is that folder itself; null before the plan
	 * @param ?string $targetName null before the plan
	 * @param ?string $code stable reason of the state, as FaultWords knows it
	 * @param ?int $notBefore UTC seconds
	 * @param int $stagedBytes bytes that lie in staging and are in $hashState
	 * @param ?string $hashState see Hash\Hasher::freeze()
	 * @param ?int $fileId of the copy
	 * @param ?string $etag of the copy when it was verified
	 * @param ?int $replaces id of the file of which this becomes a new version
	 * @param array<string, scalar|null> $extra as the source gave it
	 * @param list<string> $people
	 */
	public function __construct(
		public string $runId,
		public string $key,
		public ItemKind $kind,
		public string $sourceId,
		public ?string $parentKey,
		public string $name,
		public string $sourcePath,
		public ItemState $state,
		public ?int $size,
		public ?int $modifiedAt = null,
		public ?string $revision = null,
		public ?HashAlgorithm $algorithm = null,
		public ?string $hash = null,
		public ?string $targetFolder = null,
		public ?string $targetName = null,
		public ?string $code = null,
		public int $attempts = 0,
		public ?int $notBefore = null,
		public int $stagedBytes = 0,
		public ?string $hashState = null,
		public ?int $fileId = null,
		public ?string $etag = null,
		public ?int $replaces = null,
		public ?string $link = null,
		public array $people = [],
		public array $extra = [],
	) {
	}

	public static function keyOf(ItemKind $kind, string $sourceId): string {
		return sha1($kind->value . '|' . $sourceId);
	}

	/** Whether the plan gave it another name than it has at the source. */
	public function isRenamed(): bool {
		return $this->targetName !== null && $this->targetName !== $this->name;
	}
}
