<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Contract;

use OCA\Compagnon\Port\Texts;
use OCA\Compagnon\Tests\Fake\FakeTexts;
use PHPUnit\Framework\Attributes\CoversClass;

#[CoversClass(FakeTexts::class)]
final class FakeTextsTest extends TextsContract {
	#[\Override]
	protected function texts(string $language, array $others = []): Texts {
		$texts = new FakeTexts($language, ['fr' => self::french()]);
		$texts->languages = $others;
		return $texts;
	}
}
