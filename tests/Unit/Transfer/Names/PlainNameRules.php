<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Transfer\Names;

use OCA\Compagnon\Port\NameRules;

/** As Nextcloud allows names when nobody has set anything else, and what a test forbids beside. */
final class PlainNameRules implements NameRules {
	/**
	 * @param positive-int $maxBytes
	 * @param positive-int $maxPath
	 * @param list<string> $characters forbidden beside slashes
	 */
	public function __construct(
		private readonly int $maxBytes = 250,
		private readonly int $maxPath = 4000,
		private readonly array $characters = [],
	) {
	}

	#[\Override]
	public function allows(string $name): bool {
		return !in_array(trim($name), ['', '.', '..'], true)
			&& strlen($name) <= $this->maxBytes
			&& mb_check_encoding($name, 'UTF-8')
			&& preg_match('/[\x00-\x1f]|\.(part|filepart)$/i', $name) !== 1
			&& strtolower($name) !== '.htaccess'
			&& str_replace(['/', '\\', ...$this->characters], '', $name) === $name;
	}

	#[\Override]
	public function clean(string $name): string {
		$kept = strtolower($name) === '.htaccess' ? "$name (renamed)" : $name;
		return str_replace(['/', '\\', ...$this->characters], '_', $kept);
	}

	#[\Override]
	public function maxBytes(): int {
		return $this->maxBytes;
	}

	#[\Override]
	public function maxPath(): int {
		return $this->maxPath;
	}
}
