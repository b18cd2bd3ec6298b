<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Oauth;

use OCA\Compagnon\Http\Unreachable;
use OCA\Compagnon\Port\Http;
use OCA\Compagnon\Port\Log;

/** Lets the provider forget a consent, as far as it can be reached. */
final readonly class RevokeConsent {
	public function __construct(
		private Http $http,
		private Log $log,
	) {
	}

	/** @return bool whether the provider confirmed it */
	public function revoke(Provider $provider, Tokens $tokens): bool {
		try {
			$status = $this->http->send($provider->revokeRequest($tokens))->status;
		} catch (Unreachable $e) {
			$status = $e->kind->value;
		}
		if ($status !== 200) {
			$this->log->warning('A provider did not confirm that it forgot a consent', ['provider' => $provider->source(), 'answer' => $status]);
		}
		return $status === 200;
	}
}
