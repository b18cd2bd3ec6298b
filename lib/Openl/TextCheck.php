<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Openl;

use OCA\Compagnon\Error\Invalid;

/** Are these words that somebody was asked for? */
final class TextCheck {
	/** Characters of the longest text; with four bytes each it still fits into an envelope. */
	public const LONGEST = 1_500;

	/** Characters of own words beside options. */
	public const OWN = 200;

	/**
	 * @param array<array-key, mixed> $text `{question: id, words: string}`
	 * @throws Invalid naming the question
	 */
	public function check(Questionnaire $questionnaire, #[\SensitiveParameter] array $text): void {
		$id = $text['question'] ?? throw Invalid::missing('text.question');
		$words = $text['words'] ?? throw Invalid::missing('text.words');
		foreach (array_diff(array_keys($text), ['question', 'words']) as $name) {
			throw Invalid::unknown('text.' . Fields::name($name));
		}
		$longest = is_string($id) ? $questionnaire->question($id)?->longestWords() : null;
		if ($longest === null || $longest === 0) {
			throw Invalid::kind('text.question');
		}
		if (!is_string($words) || trim($words) === '' || !Fields::isPlain($words)) {
			throw Invalid::kind('text.words');
		}
		if (mb_strlen($words) > $longest) {
			throw Invalid::tooLong('text.words', $longest);
		}
	}
}
