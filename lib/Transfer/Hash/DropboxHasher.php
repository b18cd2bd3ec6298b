<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Hash;

/**
 * Dropbox's content_hash: the SHA-256 of the SHA-256 sums of all blocks of 4 MiB, one after the other. The sums of
 * whole blocks go straight into the outer context, so that the state stays small at any size.
 */
final class DropboxHasher implements Hasher {
	private const BLOCK = 4_194_304;

	private function __construct(
		private readonly ContextHasher $blocks,
		private ContextHasher $open,
		private int $inOpen,
	) {
	}

	public static function start(): self {
		return new self(ContextHasher::start(HashAlgorithm::Sha256), ContextHasher::start(HashAlgorithm::Sha256), 0);
	}

	/** @throws \UnexpectedValueException */
	public static function resume(string $frozen): self {
		$parts = explode(' ', $frozen);
		if (count($parts) !== 3 || !ctype_digit($parts[2])) {
			throw new \UnexpectedValueException('not a frozen content hash');
		}
		return new self(ContextHasher::resume($parts[0]), ContextHasher::resume($parts[1]), (int)$parts[2]);
	}

	#[\Override]
	public function add(string $bytes): void {
		for ($at = 0, $length = strlen($bytes); $at < $length; $at += $taken) {
			$taken = min(self::BLOCK - $this->inOpen, $length - $at);
			$this->open->add($taken === $length ? $bytes : substr($bytes, $at, $taken));
			$this->inOpen += $taken;
			if ($this->inOpen === self::BLOCK) {
				$this->blocks->add((string)hex2bin($this->open->digest()));
				$this->open = ContextHasher::start(HashAlgorithm::Sha256);
				$this->inOpen = 0;
			}
		}
	}

	#[\Override]
	public function digest(): string {
		if ($this->inOpen === 0) {
			return $this->blocks->digest();
		}
		$all = ContextHasher::resume($this->blocks->freeze());
		$all->add((string)hex2bin($this->open->digest()));
		return $all->digest();
	}

	#[\Override]
	public function freeze(): string {
		return $this->blocks->freeze() . ' ' . $this->open->freeze() . ' ' . $this->inOpen;
	}
}
