<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Fake;

use OCA\Compagnon\Port\Urls;

final class FakeUrls implements Urls {
	#[\Override]
	public function page(string $path): string {
		return 'https://space.example/apps/compagnon/' . $path;
	}

	#[\Override]
	public function file(int $fileId): string {
		return "https://space.example/f/$fileId";
	}
}
