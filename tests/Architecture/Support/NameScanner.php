<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Architecture\Support;

/** Every class name that a PHP source mentions: in code, attributes, strings and docblocks, relative ones resolved. */
final class NameScanner {
	private const NAME = '[A-Za-z_][A-Za-z0-9_]*(?:\\\\+[A-Za-z_][A-Za-z0-9_]*)+';

	/**
	 * @return array<string, int> name without a leading backslash, and a line where it stands
	 */
	public function names(string $source): array {
		$imports = $this->imports($source);
		$names = [];
		foreach (\PhpToken::tokenize($source) as $token) {
			foreach ($this->namesIn($token) as $name) {
				$first = explode('\\', $name)[0];
				$isImported = isset($imports[$first]) && !str_starts_with($token->text, '\\');
				$names[$isImported ? $imports[$first] . substr($name, strlen($first)) : $name] ??= $token->line;
			}
		}
		// Imports in a group stand in no single token.
		return $names + array_fill_keys(array_values(array_filter($imports, static fn (string $name): bool => str_contains($name, '\\'))), 0);
	}

	/** @return list<string> */
	private function namesIn(\PhpToken $token): array {
		return match ($token->id) {
			T_NAME_QUALIFIED => [$token->text],
			// What has no other backslash belongs to PHP itself.
			T_NAME_FULLY_QUALIFIED => str_contains(substr($token->text, 1), '\\') ? [substr($token->text, 1)] : [],
			T_CONSTANT_ENCAPSED_STRING, T_ENCAPSED_AND_WHITESPACE, T_DOC_COMMENT, T_COMMENT => $this->written($token->text),
			default => [],
		};
	}

	/** @return list<string> names that stand in words, with one backslash or two */
	private function written(string $text): array {
		preg_match_all('/(?<![\w])\\\\*(' . self::NAME . ')/', $text, $found);
		return array_map(static fn (string $name): string => (string)preg_replace('/\\\\+/', '\\', $name), $found[1]);
	}

	/** @return array<string, string> short name to what it stands for, from use statements */
	private function imports(string $source): array {
		$imports = [];
		preg_match_all('/^use\s+(?:function\s+|const\s+)?([^;({]+)(?:\{([^}]*)\})?;/m', $source, $uses, PREG_SET_ORDER);
		foreach ($uses as $use) {
			$base = trim($use[1]);
			foreach (isset($use[2]) ? explode(',', $use[2]) : [''] as $part) {
				[$name, $alias] = preg_split('/\s+as\s+/i', trim($base . trim($part))) + [1 => null];
				$parts = explode('\\', (string)$name);
				$imports[$alias ?? end($parts)] = ltrim((string)$name, '\\');
			}
		}
		return $imports;
	}
}
