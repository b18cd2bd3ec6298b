<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Engine;

use OCA\Compagnon\Port\Files;
use OCA\Compagnon\Transfer\Hash\HashAlgorithm;
use OCA\Compagnon\Transfer\Hash\Hashers;
use OCA\Compagnon\Transfer\Target\Content;
use OCA\Compagnon\Transfer\Target\FilesFault;
use OCA\Compagnon\Transfer\Target\StoredFile;

/** Reads back what the space holds. */
final readonly class Verifier {
	private const PIECE = 1_048_576;

	public function __construct(
		private Files $files,
	) {
	}

	/**
	 * @return bool whether the file has that size and checksum, every byte read
	 * @throws FilesFault
	 */
	public function holds(string $userId, StoredFile $file, int $size, HashAlgorithm $algorithm, string $digest, Lease $lease): bool {
		return !$file->isFolder && $file->size === $size && $this->digest($userId, $file->id, $algorithm, $lease) === strtolower($digest);
	}

	/** @throws FilesFault */
	public function compare(string $userId, StoredFile $file, Content $content, Lease $lease): Likeness {
		if ($file->isFolder || $file->size > $content->size) {
			return Likeness::Other;
		}
		$there = $this->files->read($userId, $file->id);
		$ours = $content->open();
		$length = 0;
		try {
			while (($piece = self::piece($there)) !== '') {
				$lease->beat();
				$length += strlen($piece);
				if (stream_get_contents($ours, strlen($piece)) !== $piece) {
					return Likeness::Other;
				}
			}
		} finally {
			fclose($there);
			fclose($ours);
		}
		return $length === $content->size ? Likeness::Equal : Likeness::Beginning;
	}

	/** @throws FilesFault */
	private function digest(string $userId, int $fileId, HashAlgorithm $algorithm, Lease $lease): string {
		$hasher = Hashers::start($algorithm);
		$stream = $this->files->read($userId, $fileId);
		try {
			while (($piece = self::piece($stream)) !== '') {
				$hasher->add($piece);
				$lease->beat();
			}
		} finally {
			fclose($stream);
		}
		return $hasher->digest();
	}

	/** @param resource $stream */
	private static function piece(mixed $stream): string {
		return (string)stream_get_contents($stream, self::PIECE);
	}
}
