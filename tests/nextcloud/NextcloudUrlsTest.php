<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Nextcloud;

use OCA\Compagnon\Nextcloud\Transfer\ServerUrls;
use OCA\Compagnon\Port\Urls;
use OCA\Compagnon\Tests\Contract\UrlsContract;
use PHPUnit\Framework\Attributes\CoversClass;

#[CoversClass(ServerUrls::class)]
final class NextcloudUrlsTest extends UrlsContract {
	#[\Override]
	protected function urls(): Urls {
		return Support::adapter(Urls::class);
	}
}
