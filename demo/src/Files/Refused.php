<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Demo\Files;

/** A wish that cannot be granted; the word is the key of a sentence in demo/front/words.json. */
final class Refused extends \RuntimeException {
	/**
	 * @param int $status HTTP status
	 * @param ?string $field the field of the request that is at fault
	 */
	public function __construct(
		public readonly int $status,
		public readonly string $word,
		public readonly ?string $field = null,
	) {
		parent::__construct($word);
	}

	/** Also the answer about somebody else's files: whether they exist is nobody's business. */
	public static function missing(): self {
		return new self(404, 'error.gone');
	}

	/** The same, of what is no document. */
	public static function gone(): self {
		return new self(404, 'error.goneEntry');
	}
}
