<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Fake;

use OCA\Compagnon\Http\Answer;
use OCA\Compagnon\Http\Unreachable;
use OCA\Compagnon\Http\UnreachableKind;

/** An answer that ends before its end: the body of the answer is what has come until then. */
final readonly class FakeBody {
	public Unreachable $fault;

	public function __construct(
		public Answer $answer,
		UnreachableKind $kind = UnreachableKind::Cut,
	) {
		$this->fault = new Unreachable($kind, 'as the script says');
	}
}
