<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Fake;

use OCA\Compagnon\Port\NameRules;
use OCA\Compagnon\Transfer\Target\PlainNames;

/** What every space forbids, and the characters named here. */
final class FakeNameRules implements NameRules {
	public function __construct(
		public string $forbidden = '',
		/** @var positive-int */
		public int $maxPath = PlainNames::MAX_PATH,
	) {
	}

	#[\Override]
	public function allows(string $name): bool {
		return PlainNames::allows($name) && strcspn($name, $this->forbidden) === strlen($name);
	}

	#[\Override]
	public function clean(string $name): string {
		return PlainNames::clean($this->forbidden === '' ? $name : strtr($name, array_fill_keys(str_split($this->forbidden), '_')));
	}

	#[\Override]
	public function maxBytes(): int {
		return PlainNames::MAX_BYTES;
	}

	#[\Override]
	public function maxPath(): int {
		return $this->maxPath;
	}
}
