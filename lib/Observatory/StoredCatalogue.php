<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory;

/** A catalogue as it was made, word for word. */
final readonly class StoredCatalogue {
	/**
	 * @param string $sha256 hex, of the text
	 * @param string $signature base64
	 * @param string $key base64, what it was signed with
	 */
	public function __construct(
		public int $number,
		public string $sha256,
		public string $text,
		public string $signature,
		public string $key,
	) {
	}

	/** @return array{catalogue: string, signature: string, key: string} */
	public function toArray(): array {
		return ['catalogue' => $this->text, 'signature' => $this->signature, 'key' => $this->key];
	}
}
