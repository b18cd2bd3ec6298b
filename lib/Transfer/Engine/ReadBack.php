<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Engine;

use OCA\Compagnon\Port\Files;
use OCA\Compagnon\Transfer\Fault\Fault;
use OCA\Compagnon\Transfer\Item\ItemState;
use OCA\Compagnon\Transfer\Target\FilesFault;
use OCA\Compagnon\Transfer\Target\StoredFile;

/** Reads what was just written: only what is there byte for byte, with its time, counts as moved. */
final readonly class ReadBack {
	public function __construct(
		private Files $files,
		private Verifier $verifier,
		private Deliveries $deliveries,
		private ItemFaults $faults,
	) {
	}

	/** @throws Fault when it concerns the whole run */
	public function settle(Slice $slice, Arrival $arrival, StoredFile $stored): void {
		$delivery = $this->read($slice, $arrival, $stored);
		if ($delivery !== null) {
			$this->deliveries->noteAll($slice, [$delivery]);
		}
	}

	/**
	 * @return ?Delivery what is to be noted; null when it is settled otherwise
	 * @throws Fault when it concerns the whole run
	 */
	public function read(Slice $slice, Arrival $arrival, StoredFile $stored): ?Delivery {
		try {
			[$stored, $isRight] = $this->held($slice, $arrival, $stored);
		} catch (FilesFault $e) {
			$this->faults->settleWritten($arrival->item, TargetFaults::of($e));
			return null;
		}
		if (!$isRight) {
			$this->faults->settleBroken($arrival->item, $stored);
			return null;
		}
		return new Delivery($arrival->item, ItemState::Writing, ItemState::Verified, $stored, $arrival->digest);
	}

	/**
	 * @return array{StoredFile, bool} the file as it is there, and whether that is right
	 * @throws FilesFault
	 */
	private function held(Slice $slice, Arrival $arrival, StoredFile $stored): array {
		$stored = $this->timed($slice, $arrival, $stored);
		if ($this->holds($slice, $arrival, $stored)) {
			return [$stored, true];
		}
		// Nobody has changed it since: replace() refuses otherwise.
		$stored = $this->files->replace($slice->run->userId, $stored->id, $stored->etag, $arrival->content, $arrival->item->modifiedAt);
		$stored = $this->timed($slice, $arrival, $stored);
		return [$stored, $this->holds($slice, $arrival, $stored)];
	}

	/** @throws FilesFault */
	private function timed(Slice $slice, Arrival $arrival, StoredFile $stored): StoredFile {
		$time = $arrival->item->modifiedAt;
		return $time === null || $time === $stored->modifiedAt ? $stored : $this->files->touch($slice->run->userId, $stored->id, $time);
	}

	/** @throws FilesFault */
	private function holds(Slice $slice, Arrival $arrival, StoredFile $stored): bool {
		return $this->verifier->holds($slice->run->userId, $stored, $arrival->content->size, Checksum::of($arrival->item), $arrival->digest, $slice->lease);
	}
}
