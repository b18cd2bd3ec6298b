<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Hash;

/** MD5, SHA-1, SHA-256 and CRC-32: PHP's own, whose state can be kept as text. */
final class ContextHasher implements Hasher {
	private function __construct(
		private readonly \HashContext $context,
	) {
	}

	public static function start(HashAlgorithm $algorithm): self {
		return new self(hash_init($algorithm->value));
	}

	/** @throws \UnexpectedValueException */
	public static function resume(string $frozen): self {
		$serialized = base64_decode($frozen, true);
		try {
			$context = @unserialize($serialized === false ? '' : $serialized, ['allowed_classes' => [\HashContext::class]]);
		} catch (\Throwable $e) {
			throw new \UnexpectedValueException('not a frozen checksum', 0, $e);
		}
		return $context instanceof \HashContext ? new self($context) : throw new \UnexpectedValueException('not a frozen checksum');
	}

	#[\Override]
	public function add(string $bytes): void {
		hash_update($this->context, $bytes);
	}

	#[\Override]
	public function digest(): string {
		return hash_final(hash_copy($this->context));
	}

	#[\Override]
	public function freeze(): string {
		return base64_encode(serialize($this->context));
	}
}
