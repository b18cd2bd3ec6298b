<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Report;

/** A document that reads well as plain text too. What comes from outside is text in it and nothing else. */
final class Markdown {
	private string $text = '';

	public function heading(int $level, string $words): void {
		$this->text .= ($this->text === '' ? '' : "\n") . str_repeat('#', $level) . ' ' . self::plain($words) . "\n\n";
	}

	public function paragraph(string $words): void {
		$this->text .= self::plain($words) . "\n\n";
	}

	/** @param ?string $link address of a page; left out when it could be anything else */
	public function point(string $words, ?string $link = null): void {
		$address = preg_match('#^https?://[^\s<>]+$#Di', $link ?? '') === 1 ? " <$link>" : '';
		$this->text .= '- ' . self::plain($words) . $address . "\n";
	}

	/** @param non-empty-list<non-empty-list<string>> $rows the first is the heading */
	public function table(array $rows): void {
		foreach ($rows as $at => $cells) {
			$this->text .= '| ' . implode(' | ', array_map(self::plain(...), $cells)) . " |\n";
			$this->text .= $at === 0 ? '|' . str_repeat(' --- |', count($cells)) . "\n" : '';
		}
		$this->text .= "\n";
	}

	public function text(): string {
		return preg_replace('/\n{3,}/', "\n\n", rtrim($this->text)) . "\n";
	}

	/** Neither a link nor a picture nor HTML, and on one line. */
	private static function plain(string $words): string {
		$line = trim((string)preg_replace('/[\s\p{Cc}]+/u', ' ', mb_scrub($words, 'UTF-8')));
		return (string)preg_replace('/([\\\\`*_\[\]<>|~#]|^[-+](?= )|(?<=^\d)\.|:(?=\/\/))/u', '\\\\$1', $line);
	}
}
