<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Report;

/**
 * A table as LibreOffice and Excel open it by a double click: with the mark of UTF-8, which Excel needs, and with the
 * separator that both expect in that language. No cell is ever a formula.
 */
final class Csv {
	private const MARK = "\u{feff}";

	/** @var resource */
	private mixed $stream;

	/** @param string $language two letters */
	public function __construct(
		private readonly string $language,
	) {
		$stream = fopen('php://temp', 'w+');
		$this->stream = $stream === false ? throw new \RuntimeException('No memory for a table') : $stream;
		fwrite($this->stream, self::MARK);
	}

	/** @param list<string> $cells */
	public function add(array $cells): void {
		fputcsv($this->stream, array_map(self::harmless(...), $cells), $this->language === 'en' ? ',' : ';', '"', '', "\r\n");
	}

	public function text(): string {
		rewind($this->stream);
		return (string)stream_get_contents($this->stream);
	}

	/** What a spreadsheet would calculate is shown as it is. */
	private static function harmless(string $cell): string {
		return preg_match('/^[=+\-@\t\r]/', $cell) === 1 ? "'" . $cell : $cell;
	}
}
