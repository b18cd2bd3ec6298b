<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Source\Archive;

/** The head of an entry of a tar. */
final readonly class TarHeader {
	/** @param array<string, string> $more fields that stood before it: those of pax, by their names */
	private function __construct(
		private string $block,
		private string $type,
		public int $stored,
		private array $more,
	) {
	}

	/**
	 * @param array<string, string> $more
	 * @return ?self null when it is none
	 */
	public static function of(string $block, array $more): ?self {
		if (!self::isValid($block)) {
			return null;
		}
		$type = $block[156] === "\0" ? '0' : $block[156];
		$size = isset($more['size']) && !self::isDescription($type) ? (int)$more['size'] : self::number($block, 124, 12);
		// Links and devices have no data, whatever they say; old writers name the size of the other file there.
		$stored = in_array($type, ['1', '2', '3', '4', '5', '6'], true) ? 0 : $size;
		return $stored < 0 ? null : new self($block, $type, $stored, $more);
	}

	public static function isValid(string $block): bool {
		$sum = 0;
		foreach (count_chars(substr_replace($block, '        ', 148, 8), 1) as $byte => $times) {
			$sum += $byte * $times;
		}
		return $sum === self::number($block, 148, 8);
	}

	/** Whether it only says more about the entry after it. */
	public function describesNext(): bool {
		return self::isDescription($this->type);
	}

	public function hasMap(): bool {
		return $this->type === 'S' && $this->block[482] !== "\0";
	}

	/** @return array<string, string> what its data say about the entry after it */
	public function fields(string $data): array {
		return match ($this->type) {
			'L' => ['path' => rtrim($data, "\0")],
			'x' => self::pax($data),
			default => [],
		};
	}

	public function entry(int $at, int $mark, int $next): Entry {
		$name = EntryNames::ofTar($this->more['GNU.sparse.name'] ?? $this->more['path'] ?? $this->name());
		$path = EntryNames::path($name);
		$isFolder = $this->type === '5' || ($this->type === '0' && str_ends_with($name, '/'));
		$time = $this->more['mtime'] ?? null;
		return new Entry(
			$path ?? $name,
			$isFolder,
			$this->stored,
			$time === null ? self::number($this->block, 136, 12) : (int)floor((float)$time),
			null,
			$this->unsupported($path),
			$at,
			$this->stored,
			0,
			$mark,
			$next,
		);
	}

	private function unsupported(?string $path): ?string {
		return match (true) {
			$path === null => 'unsafe_path',
			EntryNames::tooLong($path) => 'path_too_long',
			$this->type === '1' => 'hard_link',
			$this->type === '2' => 'symlink',
			in_array($this->type, ['3', '4', '6', 'V', 'M'], true) => 'special_file',
			$this->type === 'S' || preg_grep('/^GNU\.sparse\./', array_keys($this->more)) !== [] => 'sparse',
			default => null,
		};
	}

	private function name(): string {
		$name = self::text($this->block, 0, 100);
		$prefix = substr($this->block, 257, 6) === "ustar\0" ? self::text($this->block, 345, 155) : '';
		return $prefix === '' ? $name : "$prefix/$name";
	}

	private static function isDescription(string $type): bool {
		return in_array($type, ['L', 'K', 'x', 'g', 'X'], true);
	}

	/**
	 * Records of "length name=value\n".
	 *
	 * @return array<string, string>
	 */
	private static function pax(string $data): array {
		$fields = [];
		for ($place = 0; preg_match('/\G(\d{1,9}) ([^=]{1,200})=/', $data, $record, 0, $place) === 1 && (int)$record[1] > strlen($record[0]); $place += (int)$record[1]) {
			$fields[$record[2]] = substr($data, $place + strlen($record[0]), (int)$record[1] - strlen($record[0]) - 1);
		}
		return $fields;
	}

	private static function text(string $block, int $from, int $length): string {
		return explode("\0", substr($block, $from, $length), 2)[0];
	}

	/** Octal digits, or, with the first bit set, the bytes of the number itself. */
	private static function number(string $block, int $from, int $length): int {
		$field = substr($block, $from, $length);
		$first = ord($field[0]);
		if ($first < 0x80) {
			return (int)octdec((string)preg_replace('/[^0-7]/', '', explode("\0", ltrim($field), 2)[0]));
		}
		$number = $first === 0xff ? -1 : $first & 0x7f;
		for ($place = 1; $place < $length; $place++) {
			if ($number > PHP_INT_MAX >> 8) {
				return -1;
			}
			$number = ($number << 8) | ord($field[$place]);
		}
		return $number;
	}
}
