<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Nextcloud;

use OCA\Compagnon\Nextcloud\Transfer\ServerSecrets;
use OCA\Compagnon\Port\Secrets;
use OCA\Compagnon\Tests\Contract\SecretsContract;
use PHPUnit\Framework\Attributes\CoversClass;

#[CoversClass(ServerSecrets::class)]
final class NextcloudSecretsTest extends SecretsContract {
	#[\Override]
	protected function secrets(): Secrets {
		return Support::adapter(Secrets::class);
	}
}
