<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Openl;

/** What a space keeps of the catalogues that it has seen. */
final readonly class Known {
	/**
	 * @param int $number 0 when none was seen
	 * @param ?string $sha256 hex, of the last one
	 * @param non-empty-list<string> $keys 32 bytes each: the next one is signed by one of them
	 */
	private function __construct(
		public int $number,
		public ?string $sha256,
		public array $keys,
	) {
	}

	/** @param string $key the catalogue key that whoever runs the space has named, 32 bytes */
	public static function pinned(string $key): self {
		return new self(0, null, [$key]);
	}

	public static function of(Catalogue $catalogue): self {
		return new self($catalogue->number, $catalogue->sha256, $catalogue->keys->catalogue);
	}

	/** @return string JSON, for fromText */
	public function toText(): string {
		return json_encode(['number' => $this->number, 'sha256' => $this->sha256, 'keys' => array_map(base64_encode(...), $this->keys)], JSON_THROW_ON_ERROR);
	}

	/** @throws Malformed */
	public static function fromText(string $text): self {
		$fields = Fields::ofJson($text, 2_000, 'known');
		$number = $fields->number('number', 0, 1_000_000);
		$keys = array_map(static fn (mixed $key): string => Base64::read($key, SODIUM_CRYPTO_SIGN_PUBLICKEYBYTES, 'known.keys'), $fields->list('keys', 1, 3));
		$sha256 = $number === 0 ? null : $fields->text('sha256', Names::SHA256);
		return $keys === [] ? throw new Malformed('known.keys') : new self($number, $sha256, $keys);
	}
}
