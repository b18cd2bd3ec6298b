<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory\Publisher;

use OCA\Compagnon\Observatory\Publisher\Release\CheckRelease;
use OCA\Compagnon\Observatory\Publisher\Release\Corrupt;
use OCA\Compagnon\Observatory\Publisher\Release\Release;
use OCA\Compagnon\Observatory\Publisher\Release\ReleaseRepository;
use OCA\Compagnon\Observatory\Publisher\Release\ReleaseRow;

/** Whether the published releases are those that were published, and show nothing that they must not. */
final readonly class VerifyReleases {
	public function __construct(
		private ReleaseRepository $releases,
	) {
	}

	/** @return array{releases: int, faults: list<string>} */
	public function verify(): array {
		$faults = [];
		$previous = null;
		$rows = $this->releases->published();
		foreach ($rows as $place => $row) {
			foreach ($this->faults($row, $place + 1, $previous) as $fault) {
				$faults[] = "$row->survey $row->period: $fault";
			}
			$previous = $row->sha256;
		}
		return ['releases' => count($rows), 'faults' => $faults];
	}

	/** @return list<string> */
	private function faults(ReleaseRow $row, int $number, ?string $previous): array {
		$faults = [];
		$body = (string)$row->body;
		if (hash('sha256', $body) !== $row->sha256) {
			$faults[] = 'the text is not the one that was published';
		}
		try {
			$release = Release::read($body);
		} catch (Corrupt $e) {
			return [...$faults, $e->getMessage()];
		}
		if ($row->number !== $number || $release->chained?->number !== $number || $release->chained->previous !== $previous) {
			$faults[] = 'it is not the one that follows in the chain';
		}
		if ($release->survey !== $row->survey || $release->period !== $row->period) {
			$faults[] = 'it is the release of another wave';
		}
		return [...$faults, ...CheckRelease::faults($release)];
	}
}
