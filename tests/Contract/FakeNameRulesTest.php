<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Contract;

use OCA\Compagnon\Port\NameRules;
use OCA\Compagnon\Tests\Fake\FakeNameRules;
use OCA\Compagnon\Transfer\Target\PlainNames;
use PHPUnit\Framework\Attributes\CoversClass;

#[CoversClass(FakeNameRules::class)]
#[CoversClass(PlainNames::class)]
final class FakeNameRulesTest extends NameRulesContract {
	#[\Override]
	protected function rules(): NameRules {
		return new FakeNameRules();
	}

	public function testWhatThisSpaceForbidsTooIsReplaced(): void {
		$rules = new FakeNameRules(':?');

		self::assertFalse($rules->allows('a:b'));
		self::assertSame('a_b_', $rules->clean('a:b?'));
	}
}
