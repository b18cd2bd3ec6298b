<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory\Publisher\Site;

use OCA\Compagnon\Port\Texts;

/** Words, numbers, days and addresses of the site in one language. */
final readonly class Speech {
	public const LANGUAGES = ['fr' => 'Français', 'en' => 'English'];

	/** @param bool $isChosen whether somebody asked for this language by the address: then the links keep it */
	public function __construct(
		public Texts $texts,
		public string $language,
		private Addresses $addresses,
		private bool $isChosen,
	) {
	}

	/** @param array<string, string> $words by language */
	public function words(array $words): string {
		return $words[$this->language] ?? $words['fr'] ?? $words['en'] ?? '';
	}

	/** @param string $path below the site; empty for its first page */
	public function address(string $path): string {
		return $this->addresses->page($path) . ($this->isChosen ? '?lang=' . $this->language : '');
	}

	public function inLanguage(string $path, string $language): string {
		return $this->addresses->page($path) . '?lang=' . $language;
	}

	public function file(string $name): string {
		return $this->addresses->page("data/$name");
	}

	public function number(int $number): string {
		return number_format($number, 0, '', $this->language === 'fr' ? "\u{202f}" : ',');
	}

	public function percent(float $share): string {
		return $this->points($share) . ($this->language === 'fr' ? "\u{a0}%" : '%');
	}

	/** @return string whole percent without the sign */
	public function points(float $share): string {
		return (string)(int)round($share * 100);
	}

	/** @param string $day "2026-10-01" */
	public function day(string $day): string {
		$parts = explode('-', $day);
		if (count($parts) !== 3) {
			return $day;
		}
		$months = [
			'fr' => ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'],
			'en' => ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
		][$this->language === 'fr' ? 'fr' : 'en'];
		$number = (int)$parts[2] === 1 && $this->language === 'fr' ? '1er' : (string)(int)$parts[2];
		return $number . "\u{a0}" . ($months[(int)$parts[1] - 1] ?? $parts[1]) . ' ' . $parts[0];
	}
}
