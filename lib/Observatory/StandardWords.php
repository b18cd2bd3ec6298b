<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory;

use OCA\Compagnon\Openl\Fields;
use OCA\Compagnon\Openl\Words;

/** What the catalogue says of every survey alike, in both languages: resources/observatory.json. */
final class StandardWords {
	private const FILE = __DIR__ . '/../../resources/observatory.json';

	/** @var array<string, Words> */
	private array $words = [];

	/** On what ground the data is used. */
	public function basis(SurveyFile $file): Words {
		return $this->say(match (true) {
			$file->figures !== null => 'basis_figures',
			$file->isSensitive() => 'basis_sensitive',
			default => 'basis_answers',
		});
	}

	public function retention(): Words {
		return $this->say('retention');
	}

	private function say(string $name): Words {
		if ($this->words === []) {
			$fields = Fields::ofJson((string)file_get_contents(self::FILE), 65_536);
			foreach (['basis_answers', 'basis_sensitive', 'basis_figures', 'retention'] as $known) {
				$this->words[$known] = $fields->words($known, 1_000);
			}
		}
		return $this->words[$name];
	}
}
