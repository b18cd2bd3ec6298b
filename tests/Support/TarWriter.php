<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Support;

/** Writes tars as other programs do, and as nobody should. */
final class TarWriter {
	private string $bytes = '';

	/** @param string $more written into the header from byte 257 on; ustar without */
	public function add(string $name, string $bytes = '', string $type = '0', int|string $modifiedAt = 1_700_000_000, ?string $size = null, string $prefix = '', string $more = "ustar\x0000"): self {
		$size ??= sprintf('%011o', strlen($bytes)) . "\0";
		$time = is_int($modifiedAt) ? sprintf('%011o', $modifiedAt) . "\0" : $modifiedAt;
		$header = str_pad(substr($name, 0, 100), 100, "\0") . "0000644\0" . "0000000\0" . "0000000\0" . $size . $time . '        ' . $type . str_repeat("\0", 100);
		$header = str_pad(str_pad(str_pad($header . $more, 345, "\0") . $prefix, 500, "\0"), 512, "\0");
		$sum = array_sum(array_map(ord(...), str_split($header)));
		$this->bytes .= substr_replace($header, sprintf('%06o', $sum) . "\0 ", 148, 8) . self::padded($bytes);
		return $this;
	}

	/** @param array<string, string> $fields of the next entry */
	public function pax(array $fields, string $type = 'x'): self {
		$data = '';
		foreach ($fields as $name => $value) {
			$record = " $name=$value\n";
			$length = strlen($record) + strlen((string)strlen($record));
			$data .= strlen((string)$length) + strlen($record) . $record;
		}
		return $this->add('PaxHeaders/x', $data, $type);
	}

	/** The name of the next entry, as GNU writes a long one. */
	public function longName(string $name): self {
		return $this->add('././@LongLink', "$name\0", 'L', more: "ustar  \0");
	}

	public function raw(string $bytes): self {
		$this->bytes .= $bytes;
		return $this;
	}

	public function bytes(): string {
		return $this->bytes . str_repeat("\0", 1024);
	}

	private static function padded(string $bytes): string {
		return $bytes . str_repeat("\0", (512 - strlen($bytes) % 512) % 512);
	}
}
