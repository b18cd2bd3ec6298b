<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Http\Curl;

use OCA\Compagnon\Port\Settings;

/** How this server reaches others. */
final readonly class CurlSettings {
	/**
	 * @param ?string $certificates file with the certificates that are believed; null for those of the system
	 * @param string $proxy "host:port" or a URL; empty for none
	 * @param string $proxyLogin "user:password", or empty
	 * @param list<string> $withoutProxy hosts that are asked directly
	 * @param ?int $bytesPerSecond what all requests of a pool may receive together; null without limit
	 * @param positive-int $stallSeconds after which a transfer that receives nothing is ended
	 */
	public function __construct(
		public ?string $certificates = null,
		public string $proxy = '',
		#[\SensitiveParameter]
		public string $proxyLogin = '',
		public array $withoutProxy = [],
		public ?int $bytesPerSecond = null,
		public int $stallSeconds = 60,
		public int $connectSeconds = 30,
	) {
	}

	/** @return ?int what whoever looks after the space allows for all requests of a pool together; null without limit */
	public static function limit(Settings $settings): ?int {
		$bytes = (int)$settings->text('transfer_bandwidth', '');
		return $bytes > 0 ? $bytes : null;
	}
}
