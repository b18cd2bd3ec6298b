<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Source\Archive;

/** Makes a PHP stream of pieces. PHP calls its methods, one object for each stream. */
final class PullStream {
	private const SCHEME = 'compagnon-pull';
	private const PIECE = 262_144;

	/** @var ?resource set by PHP */
	public $context;
	private ?Pull $pull = null;
	private string $piece = '';
	private int $given = 0;
	private bool $ended = false;

	/** @return resource */
	public static function of(Pull $pull): mixed {
		if (!in_array(self::SCHEME, stream_get_wrappers(), true)) {
			stream_wrapper_register(self::SCHEME, self::class);
		}
		$stream = fopen(self::SCHEME . '://', 'r', false, stream_context_create([self::SCHEME => ['pull' => $pull]]));
		if ($stream === false) {
			throw new \LogicException('A stream of one\'s own opens always.');
		}
		stream_set_chunk_size($stream, self::PIECE);
		return $stream;
	}

	public function stream_open(): bool {
		/** @var array<string, array<string, mixed>> $options */
		$options = $this->context === null ? [] : stream_context_get_options($this->context);
		$pull = $options[self::SCHEME]['pull'] ?? null;
		$this->pull = $pull instanceof Pull ? $pull : null;
		return $this->pull !== null;
	}

	public function stream_read(int $count): string {
		if ($this->given >= strlen($this->piece)) {
			$piece = $this->pull?->next();
			$this->piece = $piece ?? '';
			$this->given = 0;
			$this->ended = $piece === null;
		}
		$bytes = substr($this->piece, $this->given, $count);
		$this->given += strlen($bytes);
		return $bytes;
	}

	public function stream_eof(): bool {
		return $this->ended;
	}

	/** @return array<string, int> */
	public function stream_stat(): array {
		return [];
	}
}
