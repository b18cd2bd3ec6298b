<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer;

use OCA\Compagnon\Error\NotFound;
use OCA\Compagnon\Transfer\Oauth\ClientStore;
use OCA\Compagnon\Transfer\Oauth\Providers;

/** Keeps how the space is registered at a provider. */
final readonly class SetClient {
	public function __construct(
		private Providers $providers,
		private ClientStore $clients,
	) {
	}

	/**
	 * @param string $id empty when the space is not registered there any more
	 * @param ?string $secret null keeps the one that is there
	 * @throws NotFound when there is no such provider
	 */
	public function set(string $source, string $id, #[\SensitiveParameter] ?string $secret): void {
		$id = trim($id);
		$this->clients->set($this->providers->get($source)->source(), $id, $id === '' ? '' : ($secret === null ? null : trim($secret)));
	}
}
