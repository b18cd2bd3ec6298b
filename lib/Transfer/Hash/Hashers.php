<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Hash;

/** Makes the hasher of an algorithm, new or from where another process had put it aside. */
final readonly class Hashers {
	public static function start(HashAlgorithm $algorithm): Hasher {
		return $algorithm === HashAlgorithm::DropboxContent ? DropboxHasher::start() : ContextHasher::start($algorithm);
	}

	/** @throws \UnexpectedValueException when this is nothing that freeze() of the same algorithm gave */
	public static function resume(HashAlgorithm $algorithm, string $frozen): Hasher {
		return $algorithm === HashAlgorithm::DropboxContent ? DropboxHasher::resume($frozen) : ContextHasher::resume($frozen);
	}
}
