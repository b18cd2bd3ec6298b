<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Fake;

use OCA\Compagnon\Port\Notifier;

final class FakeNotifier implements Notifier {
	/** @var array<string, array<string, array{sentence: string, values: array<string, string>, link: string}>> by person, then what it is about */
	public array $told = [];

	#[\Override]
	public function tell(string $userId, string $about, string $sentence, array $values, string $link): void {
		$this->told[$userId][$about] = ['sentence' => $sentence, 'values' => $values, 'link' => $link];
	}

	#[\Override]
	public function withdraw(string $userId, string $about): void {
		unset($this->told[$userId][$about]);
	}
}
