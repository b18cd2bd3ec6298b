<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Fake;

use OCA\Compagnon\Port\Database;
use OCA\Compagnon\Port\Files;
use OCA\Compagnon\Port\Jobs;
use OCA\Compagnon\Port\NameRules;
use OCA\Compagnon\Port\Staging;

/** The adapters of a host, for moves that end there; only the provider and the clock are not real then. */
final readonly class RealSpace {
	/** @param string $person whose space is filled */
	public function __construct(
		public string $person,
		public Database $database,
		public Files $files,
		public Jobs $jobs,
		public Staging $staging,
		public NameRules $rules,
	) {
	}
}
