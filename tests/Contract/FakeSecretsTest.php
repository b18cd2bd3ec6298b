<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Contract;

use OCA\Compagnon\Port\Secrets;
use OCA\Compagnon\Tests\Fake\PlainSecrets;
use PHPUnit\Framework\Attributes\CoversClass;

#[CoversClass(PlainSecrets::class)]
final class FakeSecretsTest extends SecretsContract {
	#[\Override]
	protected function secrets(): Secrets {
		return new PlainSecrets();
	}
}
