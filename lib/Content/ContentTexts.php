<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Content;

use OCA\Compagnon\Port\Texts;

/** The words of tours and stories, in the person's language. */
final class ContentTexts {
	/** Content is written in French first, so French is complete when another language is not. */
	private const FALLBACKS = ['en', 'fr'];

	/** @var array<string, array<string, string>> */
	private array $loaded = [];

	public function __construct(
		private readonly ContentFolder $folder,
		private readonly Texts $texts,
		private readonly FaultLog $faults,
	) {
	}

	/** @return string the words, or the key itself when no language has it (a test keeps that from happening) */
	public function get(Text $text): string {
		foreach ([$this->texts->language(), ...self::FALLBACKS, ...array_keys($text->own)] as $language) {
			$words = $this->in($language, $text);
			if ($words !== null) {
				return $words;
			}
		}
		return $text->key;
	}

	/** @return ?string the words in this very language */
	public function in(string $language, Text $text): ?string {
		return $text->own === [] ? $this->language($language)[$text->key] ?? null : $text->own[$language] ?? null;
	}

	/** @return array<string, string> */
	private function language(string $language): array {
		return $this->loaded[$language] ??= $this->load($language);
	}

	/** @return array<string, string> */
	private function load(string $language): array {
		if (!in_array($language, $this->folder->names('texts'), true)) {
			return [];
		}
		try {
			/** @var array<string, mixed> $words */
			$words = (array)$this->folder->read("texts/$language.json", 'texts');
			return array_filter($words, 'is_string');
		} catch (ContentFault $fault) {
			$this->faults->note($fault);
			return [];
		}
	}
}
