<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Fake;

use OCA\Compagnon\Port\Texts;

final class FakeTexts implements Texts {
	/** @var array<string, string> by person */
	public array $languages = [];

	/** @param array<string, array<string, string>> $translations language to sentences */
	public function __construct(
		public string $language = 'fr',
		public array $translations = [],
	) {
	}

	#[\Override]
	public function t(string $sentence, array $values = []): string {
		$words = $this->translations[$this->language][$sentence] ?? $sentence;
		$places = array_map(static fn (string $name): string => '{' . $name . '}', array_keys($values));
		return str_replace($places, array_values($values), $words);
	}

	#[\Override]
	public function of(string $userId): self {
		return new self($this->languages[$userId] ?? $this->language, $this->translations);
	}

	#[\Override]
	public function in(string $language): self {
		return new self($language, $this->translations);
	}

	#[\Override]
	public function language(): string {
		return $this->language;
	}
}
