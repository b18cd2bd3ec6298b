<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Settings;

use OCA\Compagnon\AppInfo\Application;
use OCP\AppFramework\Http;
use OCP\AppFramework\Http\TemplateResponse;
use OCP\Settings\IDelegatedSettings;

/** Can be delegated to a group: who looks after a space is often not who runs the server. */
final readonly class AdminSettings implements IDelegatedSettings {
	/** @return TemplateResponse<Http::STATUS_OK, array{}> */
	#[\Override]
	public function getForm(): TemplateResponse {
		return new TemplateResponse(Application::APP_ID, 'admin', renderAs: TemplateResponse::RENDER_AS_BLANK);
	}

	#[\Override]
	public function getSection(): string {
		return Application::APP_ID;
	}

	#[\Override]
	public function getPriority(): int {
		return 10;
	}

	#[\Override]
	public function getName(): ?string {
		return null;
	}

	/** @return array<string, list<string>> none: our own routes change the settings, and check them */
	#[\Override]
	public function getAuthorizedAppConfig(): array {
		return [];
	}
}
