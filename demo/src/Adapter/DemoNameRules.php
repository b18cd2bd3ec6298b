<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Demo\Adapter;

use OCA\Compagnon\Port\NameRules;
use OCA\Compagnon\Transfer\Target\PlainNames;

/** As a Nextcloud whose rules nobody has changed. */
final readonly class DemoNameRules implements NameRules {
	#[\Override]
	public function allows(string $name): bool {
		return PlainNames::allows($name);
	}

	#[\Override]
	public function clean(string $name): string {
		return PlainNames::clean($name);
	}

	#[\Override]
	public function maxBytes(): int {
		return PlainNames::MAX_BYTES;
	}

	#[\Override]
	public function maxPath(): int {
		return PlainNames::MAX_PATH;
	}
}
