<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Fake;

use OCA\Compagnon\Survey\SpaceFigures;

final class FakeSpaceFigures implements SpaceFigures {
	public int $measured = 0;

	/** @param array<string, string|list<string>|null> $figures */
	public function __construct(
		public array $figures = ['members' => '5-10', 'apps' => ['calendar', 'deck'], 'files' => '100-999'],
	) {
	}

	#[\Override]
	public function measure(): array {
		$this->measured++;
		return $this->figures;
	}
}
