<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Architecture\Support;

/** How long classes and methods are, in lines. */
final class Sizes {
	/** @return array<string, int> "Class" or "Class::method" to its lines */
	public function of(string $source): array {
		$sizes = [];
		$tokens = array_values(array_filter(\PhpToken::tokenize($source), static fn (\PhpToken $token): bool => !$token->isIgnorable()));
		$class = '';
		foreach ($tokens as $i => $token) {
			$next = $tokens[$i + 1] ?? null;
			if ($token->is([T_CLASS, T_INTERFACE, T_TRAIT, T_ENUM]) && $next !== null && $next->is(T_STRING)) {
				$class = $next->text;
				$sizes[$class] = $this->lines($tokens, $i);
			}
			if ($token->is(T_FUNCTION) && $next !== null && $next->is(T_STRING)) {
				$sizes[$class . '::' . $next->text] = $this->lines($tokens, $i);
			}
		}
		return $sizes;
	}

	/**
	 * @param list<\PhpToken> $tokens
	 * @return int lines from the token to the end of the block that it opens
	 */
	private function lines(array $tokens, int $from): int {
		$depth = 0;
		for ($i = $from; isset($tokens[$i]); $i++) {
			$depth += match (true) {
				in_array($tokens[$i]->text, ['{', '${'], true) || $tokens[$i]->is(T_CURLY_OPEN) => 1,
				$tokens[$i]->text === '}' => -1,
				default => 0,
			};
			if (($depth === 0 && $tokens[$i]->text === '}') || ($depth === 0 && $tokens[$i]->text === ';')) {
				return $tokens[$i]->line - $tokens[$from]->line + 1;
			}
		}
		return 0;
	}
}
