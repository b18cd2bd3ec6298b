<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Adventure;

use OCA\Compagnon\Content\ContentFault;
use OCA\Compagnon\Content\ContentFolder;
use OCA\Compagnon\Content\FaultLog;
use OCA\Compagnon\Port\Texts;

/** The words of a story, in the person's language: a file beside the story for each language. */
final class StoryTexts {
	public const SCHEMA = 'story-texts';

	/** As for tours: who reads another language mostly reads English rather than French. */
	private const FALLBACKS = ['en', 'fr'];

	/** What a story says of its words, by name of the field. */
	private const WORDS = ['title', 'summary', 'name', 'about', 'text', 'why', 'goal', 'steps', 'hint', 'done', 'already'];

	/** Where no words are: conditions and proofs name things the same way. */
	private const OTHERS = ['if', 'proof', 'renames', 'set'];

	/** @var array<string, array<string, string>> by path of the file */
	private array $loaded = [];

	public function __construct(
		private readonly ContentFolder $folder,
		private readonly Texts $texts,
		private readonly FaultLog $faults,
	) {
	}

	/** Whether there is any language in which it can be told to this person. */
	public function tell(string $story): bool {
		return $this->languages($story) !== [];
	}

	/** @return string the words, or the key itself when no language has it (a test keeps that from happening) */
	public function get(string $story, string $key): string {
		foreach ($this->languages($story) as $words) {
			if (isset($words[$key])) {
				return $words[$key];
			}
		}
		return $key;
	}

	/**
	 * @template T of \stdClass
	 * @param T $part of the story, or all of it
	 * @return T the same with words in place of their keys
	 */
	public function in(string $story, \stdClass $part): \stdClass {
		$told = clone $part;
		foreach ((array)$part as $field => $value) {
			$told->{$field} = $this->value($story, (string)$field, $value);
		}
		return $told;
	}

	private function value(string $story, string $field, mixed $value): mixed {
		return match (true) {
			in_array($field, self::OTHERS, true) => $value,
			is_string($value) => in_array($field, self::WORDS, true) ? $this->get($story, $value) : $value,
			is_array($value) => array_map(fn (mixed $item): mixed => $this->value($story, $field, $item), $value),
			$value instanceof \stdClass => $this->in($story, $value),
			default => $value,
		};
	}

	/** @return array<string, array<string, string>> words of those languages that can be read, the best first */
	private function languages(string $story): array {
		$languages = [];
		foreach ([$this->texts->language(), ...self::FALLBACKS] as $language) {
			$languages[$language] = $this->loaded["$story/$language"] ??= $this->load($story, $language);
		}
		return array_filter($languages);
	}

	/** @return array<string, string> */
	private function load(string $story, string $language): array {
		if (!in_array($language, $this->folder->names("stories/$story"), true)) {
			return [];
		}
		try {
			/** @var array<string, mixed> $words */
			$words = (array)$this->folder->read("stories/$story/$language.json", self::SCHEMA);
			return array_filter($words, 'is_string');
		} catch (ContentFault $fault) {
			$this->faults->note($fault);
			return [];
		}
	}
}
