<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Demo\Page;

use OCA\Compagnon\Demo\Account\Visitor;

/** The demo's own sentences, the same table as for its scripts. The app's are elsewhere (Port\Texts). */
final class Words {
	private const FILE = __DIR__ . '/../../front/words.json';

	/** @var array<string, array<string, string>>|null */
	private ?array $table = null;

	public function __construct(
		private readonly Visitor $visitor,
	) {
	}

	/** @return 'fr'|'en' */
	public function language(): string {
		return ($this->visitor->account->language ?? $this->visitor->browserLanguage) === 'en' ? 'en' : 'fr';
	}

	/** @param array<string, string> $values for `{name}` in the sentence */
	public function say(string $key, array $values = []): string {
		$sentence = $this->table()[$key][$this->language()] ?? $key;
		$places = array_map(static fn (string $name): string => '{' . $name . '}', array_keys($values));
		return str_replace($places, array_values($values), $sentence);
	}

	/**
	 * The sentence, safe in HTML.
	 *
	 * @param array<string, string> $values
	 */
	public function html(string $key, array $values = []): string {
		return self::escape($this->say($key, $values));
	}

	public static function escape(string $text): string {
		return htmlspecialchars($text, ENT_QUOTES | ENT_SUBSTITUTE | ENT_HTML5);
	}

	/** @return string for instance "1,4 Mo" */
	public function size(int $bytes): string {
		$units = $this->language() === 'fr' ? ['o', 'Ko', 'Mo', 'Go'] : ['B', 'KB', 'MB', 'GB'];
		$power = $bytes < 1024 ? 0 : min(3, (int)log($bytes, 1024));
		$number = number_format($bytes / 1024 ** $power, $power === 0 ? 0 : 1, $this->language() === 'fr' ? ',' : '.', '');
		return "$number\u{a0}{$units[$power]}";
	}

	/** @return array<string, array<string, string>> */
	private function table(): array {
		if ($this->table === null) {
			/** @var array<string, array<string, string>> $table */
			$table = json_decode((string)file_get_contents(self::FILE), true, flags: JSON_THROW_ON_ERROR);
			$this->table = $table;
		}
		return $this->table;
	}
}
