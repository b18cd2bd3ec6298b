<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Openl;

/** When a question is asked. It is evaluated where it is asked, in the browser; here it is only known to make sense. */
final readonly class Condition {
	/**
	 * @param bool $all whether all of them have to hold rather than one
	 * @param non-empty-list<array{question: string, in: non-empty-list<string>}> $answers an earlier question, and which of its options
	 */
	public function __construct(
		public bool $all,
		public array $answers,
	) {
	}
}
