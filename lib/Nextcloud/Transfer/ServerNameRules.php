<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Nextcloud\Transfer;

use OCA\Compagnon\Port\NameRules;
use OCA\Compagnon\Transfer\Target\PlainNames;
use OCP\Files\IFilenameValidator;

/** What every Nextcloud refuses or loses, and what this one forbids besides. */
final readonly class ServerNameRules implements NameRules {
	/** Mending one thing may bring up another, as a dot before a space at the end does. */
	private const ROUNDS = 5;

	public function __construct(
		private IFilenameValidator $validator,
	) {
	}

	#[\Override]
	public function allows(string $name): bool {
		return PlainNames::allows($name) && $this->validator->isFilenameValid($name);
	}

	#[\Override]
	public function clean(string $name): string {
		for ($round = 0; $round < self::ROUNDS; $round++) {
			$name = PlainNames::clean($name);
			if (strlen($name) > PlainNames::MAX_BYTES || $this->validator->isFilenameValid($name)) {
				return $name;
			}
			$name = $this->validator->sanitizeFilename($name);
		}
		return $this->validator->isFilenameValid($name) ? $name : '_';
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
