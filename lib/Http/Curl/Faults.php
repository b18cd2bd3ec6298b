<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Http\Curl;

use OCA\Compagnon\Http\Unreachable;
use OCA\Compagnon\Http\UnreachableKind;

/** What curl's error numbers mean. */
final class Faults {
	private const NO_CONNECTION = [CURLE_COULDNT_RESOLVE_PROXY, CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_CONNECT, CURLE_SSL_CONNECT_ERROR, CURLE_SSL_PEER_CERTIFICATE];
	private const CUT = [CURLE_PARTIAL_FILE, CURLE_GOT_NOTHING, CURLE_SEND_ERROR, CURLE_RECV_ERROR];

	/** @return ?Unreachable null when a complete answer came */
	public static function of(\CurlHandle $handle, int $result, Exchange $exchange): ?Unreachable {
		if ($result === CURLE_OK) {
			return null;
		}
		$kind = match (true) {
			$exchange->refused => UnreachableKind::NotTaken,
			$result === CURLE_OPERATION_TIMEDOUT => curl_getinfo($handle, CURLINFO_PRETRANSFER_TIME_T) > 0 ? UnreachableKind::Stalled : UnreachableKind::NoConnection,
			in_array($result, self::NO_CONNECTION, true) => UnreachableKind::NoConnection,
			in_array($result, self::CUT, true) => UnreachableKind::Cut,
			default => UnreachableKind::Other,
		};
		return new Unreachable($kind, 'curl: ' . curl_strerror($result) . ' (' . (string)parse_url($exchange->request->url, PHP_URL_HOST) . ')');
	}
}
