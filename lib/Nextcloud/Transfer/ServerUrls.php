<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Nextcloud\Transfer;

use OCA\Compagnon\AppInfo\Application;
use OCA\Compagnon\Port\Urls;
use OCP\IURLGenerator;

final readonly class ServerUrls implements Urls {
	public function __construct(
		private IURLGenerator $urls,
	) {
	}

	#[\Override]
	public function page(string $path): string {
		return rtrim($this->urls->linkToRouteAbsolute(Application::APP_ID . '.page.index'), '/') . '/' . $path;
	}

	#[\Override]
	public function file(int $fileId): string {
		return $this->urls->linkToRouteAbsolute('files.viewcontroller.showFile', ['fileid' => $fileId]);
	}
}
