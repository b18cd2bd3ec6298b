<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Error;

/** Bad input; names the field. */
final class Invalid extends Refusal {
	/**
	 * @param string $field name of the field, as in openapi.json
	 * @param array<string, string> $values for `{name}` in the sentence
	 */
	public function __construct(
		public readonly string $field,
		string $sentence,
		array $values = [],
		?\Throwable $previous = null,
	) {
		parent::__construct($sentence, ['field' => $field] + $values, $previous);
	}

	public static function missing(string $field): self {
		return new self($field, 'The field “{field}” is missing.');
	}

	public static function unknown(string $field): self {
		return new self($field, 'There is no field “{field}” here.');
	}

	public static function kind(string $field): self {
		return new self($field, 'The field “{field}” has a value that does not fit.');
	}

	public static function tooLong(string $field, int $limit): self {
		return new self($field, 'The field “{field}” is too long: {limit} characters at most.', ['limit' => (string)$limit]);
	}

	public static function unreadable(\Throwable $previous): self {
		return new self('body', 'The request could not be read. Reload the page and try again.', previous: $previous);
	}
}
