<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Engine;

use OCA\Compagnon\Port\Files;
use OCA\Compagnon\Transfer\Fault;
use OCA\Compagnon\Transfer\FaultKind;
use OCA\Compagnon\Transfer\ItemState;
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
		try {
			$this->read($slice, $arrival, $stored);
		} catch (FilesFault $e) {
			$this->faults->settleWritten($arrival->item, TargetFaults::of($e));
		}
	}

	/** @throws FilesFault */
	private function read(Slice $slice, Arrival $arrival, StoredFile $stored): void {
		$stored = $this->timed($slice, $arrival, $stored);
		if (!$this->holds($slice, $arrival, $stored)) {
			// Nobody has changed it since: replace() refuses otherwise.
			$stored = $this->files->replace($slice->run->userId, $stored->id, $stored->etag, $arrival->content, $arrival->item->modifiedAt);
			$stored = $this->timed($slice, $arrival, $stored);
			if (!$this->holds($slice, $arrival, $stored)) {
				$this->faults->settle($arrival->item, ItemState::Writing, new Fault(FaultKind::Final, 'read_back'));
				return;
			}
		}
		$this->deliveries->note($slice, $arrival->item, ItemState::Writing, ItemState::Verified, $stored, $arrival->digest);
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
