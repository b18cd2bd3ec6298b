<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Oauth;

use OCA\Compagnon\Error\Unavailable;
use OCA\Compagnon\Port\Secrets;
use OCA\Compagnon\Port\Settings;

/** The clients as settings of the space; their secrets are sealed and never shown again. */
final readonly class ClientStore implements Clients {
	private const ID = 'transfer_client_id_';
	private const SECRET = 'transfer_client_secret_';

	public function __construct(
		private Settings $settings,
		private Secrets $secrets,
	) {
	}

	#[\Override]
	public function get(string $source): ?Client {
		$id = $this->id($source);
		$sealed = $this->settings->longText(self::SECRET . $source, '');
		if ($id === '' || $sealed === '') {
			return null;
		}
		try {
			return new Client($id, $this->secrets->open($sealed));
		} catch (Unavailable) {
			// Sealed with another key, perhaps by a copy of this space: somebody has to enter it anew.
			return null;
		}
	}

	/** @return string empty when none is set */
	public function id(string $source): string {
		return $this->settings->text(self::ID . $source, '');
	}

	public function hasSecret(string $source): bool {
		return $this->settings->longText(self::SECRET . $source, '') !== '';
	}

	/** @param ?string $secret null keeps the one that is set, as long as the id stays the same */
	public function set(string $source, string $id, #[\SensitiveParameter] ?string $secret): void {
		if ($secret !== null) {
			$this->settings->setLongText(self::SECRET . $source, $secret === '' ? '' : $this->secrets->seal($secret));
		} elseif ($id !== $this->id($source)) {
			$this->settings->setLongText(self::SECRET . $source, '');
		}
		$this->settings->setText(self::ID . $source, $id);
	}
}
