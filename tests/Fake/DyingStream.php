<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Fake;

use OCA\Compagnon\Transfer\Target\Content;

/** Content in whose middle the power goes, whoever reads it. */
final class DyingStream {
	private const SCHEME = 'compagnon-dying';

	/** @var array{string, int, \Closure(): never} bytes, how many come, and what happens then */
	private static array $next;
	/** @var resource|null set by PHP */
	public mixed $context = null;
	private int $at = 0;

	/** @param \Closure(): never $power */
	public static function content(Content $content, int $bytes, \Closure $power): Content {
		self::$next = [(string)stream_get_contents($content->open()), $bytes, $power];
		if (!in_array(self::SCHEME, stream_get_wrappers(), true)) {
			stream_wrapper_register(self::SCHEME, self::class);
		}
		return Content::ofFile(self::SCHEME . '://content');
	}

	public function stream_open(): bool {
		return true;
	}

	public function stream_read(int $count): string {
		[$bytes, $until, $power] = self::$next;
		if ($this->at >= $until) {
			$power();
		}
		$piece = substr($bytes, $this->at, min($count, $until - $this->at));
		$this->at += strlen($piece);
		return $piece;
	}

	public function stream_eof(): bool {
		return false;
	}

	/** @return array{mode: int, size: int} */
	public function url_stat(): array {
		return ['mode' => 0o100_600, 'size' => strlen(self::$next[0])];
	}

	/** @return array{mode: int, size: int} */
	public function stream_stat(): array {
		return $this->url_stat();
	}

	public function stream_seek(int $offset): bool {
		$this->at = $offset;
		return true;
	}

	public function stream_tell(): int {
		return $this->at;
	}
}
