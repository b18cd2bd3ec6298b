<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory\Publisher\Site;

/** HTML that is put together from parts: whatever is a value is escaped here and nowhere else. */
final readonly class Html {
	private function __construct(
		private string $html,
	) {
	}

	public static function text(string $text): self {
		return new self(htmlspecialchars($text, ENT_QUOTES | ENT_SUBSTITUTE | ENT_HTML5));
	}

	/**
	 * @param string $name of an element, written in our own code
	 * @param array<string, string> $attributes
	 */
	public static function tag(string $name, array $attributes = [], self|string ...$content): self {
		$html = "<$name";
		foreach ($attributes as $attribute => $value) {
			$html .= " $attribute=\"" . self::text($value)->html . '"';
		}
		return new self("$html>" . self::join(...$content)->html . "</$name>");
	}

	/**
	 * An element without content.
	 *
	 * @param array<string, string> $attributes
	 */
	public static function void(string $name, array $attributes): self {
		return new self(substr(self::tag($name, $attributes)->html, 0, -strlen("</$name>")));
	}

	public static function join(self|string ...$parts): self {
		return new self(implode('', array_map(static fn (self|string $part): string => is_string($part) ? self::text($part)->html : $part->html, $parts)));
	}

	/** @param string $css of our own, with nothing from elsewhere in it */
	public static function style(string $css): self {
		return new self("<style>$css</style>");
	}

	public static function document(string $language, self $head, self $body): string {
		return '<!DOCTYPE html>' . self::tag('html', ['lang' => $language], self::tag('head', [], $head), self::tag('body', [], $body))->html;
	}
}
