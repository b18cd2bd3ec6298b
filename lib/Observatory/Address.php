<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory;

use OCA\Compagnon\Error\Invalid;
use OCA\Compagnon\Port\Settings;
use OCA\Compagnon\Port\Urls;

/** Where spaces find this observatory. Messages name it, so that nobody can hand them on to another. */
final readonly class Address {
	private const KEY = 'observatory_address';

	public function __construct(
		private Settings $settings,
		private Urls $urls,
	) {
	}

	/** @return string https://openl.example.org, without a slash at its end */
	public function base(): string {
		$set = $this->settings->text(self::KEY, '');
		return $set !== '' ? $set : (string)preg_replace('#(/index\.php)?/apps/compagnon/$#D', '', $this->urls->page(''));
	}

	/** @throws Invalid */
	public function set(string $address): void {
		$address = rtrim($address, '/');
		if (preg_match('#^https?://[a-z0-9.-]+(:\d{1,5})?(/[\w./-]*)?$#Di', $address) !== 1) {
			throw new Invalid('address', 'An address begins with https:// and names the server, as https://observatory.example.org.');
		}
		$this->settings->setText(self::KEY, $address);
	}
}
