<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Oauth;

use OCA\Compagnon\Error\NotFound;

/** The providers at which an account can be connected. */
final readonly class Providers {
	/** @var array<string, Provider> */
	private array $bySource;

	public function __construct(GoogleOauth $google, DropboxOauth $dropbox) {
		$this->bySource = [$google->source() => $google, $dropbox->source() => $dropbox];
	}

	/** @throws NotFound when the source needs no account, or there is no such source */
	public function get(string $source): Provider {
		return $this->bySource[$source] ?? throw new NotFound('There is no service of this name to connect.');
	}

	/** @return list<string> ids of their sources */
	public function sources(): array {
		return array_keys($this->bySource);
	}
}
