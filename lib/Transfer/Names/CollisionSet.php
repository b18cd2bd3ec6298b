<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Names;

/** Names that are taken in one folder, whatever has them. */
final class CollisionSet {
	/** @var array<string, true> */
	private array $keys = [];

	/** @param bool $ignoreCase whether "Plan" and "plan" are the same, as on Windows, macOS and some storages */
	public function __construct(
		private readonly bool $ignoreCase,
	) {
	}

	/** @return bool false when it was taken already */
	public function add(string $name): bool {
		$key = $this->key($name);
		$isNew = !isset($this->keys[$key]);
		$this->keys[$key] = true;
		return $isNew;
	}

	/** @return string the same for names that cannot stand side by side */
	public function key(string $name): string {
		$normal = Nfc::of(mb_scrub($name, 'UTF-8'));
		return 'n' . ($this->ignoreCase ? Nfc::of(mb_convert_case($normal, MB_CASE_FOLD_SIMPLE, 'UTF-8')) : $normal);
	}
}
