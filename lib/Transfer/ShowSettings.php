<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer;

use OCA\Compagnon\Port\Urls;
use OCA\Compagnon\Transfer\Oauth\BeginConnection;
use OCA\Compagnon\Transfer\Oauth\ClientStore;
use OCA\Compagnon\Transfer\Oauth\Providers;

/**
 * The settings of moving in, and how the space is registered at each provider. Tells no secret.
 *
 * @phpstan-type ClientOf array{source: string, name: string, id: string, secretSet: bool, secretNeeded: bool, redirectUri: string}
 */
final readonly class ShowSettings {
	public function __construct(
		private TransferSettings $settings,
		private Providers $providers,
		private ClientStore $clients,
		private Urls $urls,
	) {
	}

	/** @return array{members: bool, bandwidth: ?int, fast: bool, staging: string, clients: list<ClientOf>} */
	public function show(): array {
		return [
			'members' => $this->settings->members(),
			'bandwidth' => $this->settings->bandwidth(),
			'fast' => $this->settings->fast(),
			'staging' => $this->settings->staging(),
			'clients' => array_map($this->client(...), $this->providers->sources()),
		];
	}

	/** @return ClientOf */
	private function client(string $source): array {
		return [
			'source' => $source,
			'name' => $this->providers->get($source)->name(),
			'id' => $this->clients->id($source),
			'secretSet' => $this->clients->hasSecret($source),
			'secretNeeded' => true,
			'redirectUri' => $this->urls->page(BeginConnection::CALLBACK),
		];
	}
}
