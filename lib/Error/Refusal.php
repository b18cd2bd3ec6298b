<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Error;

/**
 * A request that cannot be met, for a reason the person can be told. The message is an English source sentence that
 * goes through Texts; one class maps each kind to a status (OCA\Compagnon\Controller\Http\ErrorAnswer).
 */
abstract class Refusal extends \RuntimeException {
	/**
	 * @param string $sentence English source sentence for the person
	 * @param array<string, string> $values for `{name}` in the sentence
	 */
	public function __construct(
		public readonly string $sentence,
		public readonly array $values = [],
		?\Throwable $previous = null,
	) {
		parent::__construct($sentence, 0, $previous);
	}
}
