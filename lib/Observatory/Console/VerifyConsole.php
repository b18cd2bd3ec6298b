<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory\Console;

use OCA\Compagnon\Observatory\Publisher\VerifyReleases;
use OCA\Compagnon\Observatory\Troubles;
use OCA\Compagnon\Observatory\VerifyCatalogues;

/** Whether what the observatory has said still holds, and what went wrong lately. */
final readonly class VerifyConsole {
	public function __construct(
		private VerifyCatalogues $catalogues,
		private VerifyReleases $releases,
		private Troubles $troubles,
	) {
	}

	/** @return array{lines: list<string>, holds: bool} */
	public function verify(): array {
		$catalogues = $this->catalogues->verify();
		$releases = $this->releases->verify();
		$faults = [...$catalogues['faults'], ...$releases['faults']];
		return [
			'lines' => [
				...$faults,
				"Catalogues: {$catalogues['catalogues']}. Releases: {$releases['releases']}. Faults: " . count($faults) . '.',
				...array_map(static fn (string $line): string => "Trouble on $line", $this->troubles->all()),
			],
			'holds' => $faults === [],
		];
	}
}
