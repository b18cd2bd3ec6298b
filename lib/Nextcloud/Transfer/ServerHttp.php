<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Nextcloud\Transfer;

use OCA\Compagnon\Http\Answer;
use OCA\Compagnon\Http\Curl\CurlHttp;
use OCA\Compagnon\Http\Curl\CurlSettings;
use OCA\Compagnon\Http\Request;
use OCA\Compagnon\Port\Endpoints;
use OCA\Compagnon\Port\Http;
use OCA\Compagnon\Port\HttpPool;
use OCA\Compagnon\Port\Settings;
use OCP\ICertificateManager;
use OCP\IConfig;

/** Curl with the certificates and the proxy of the server. */
final readonly class ServerHttp implements Http {
	private CurlHttp $curl;

	public function __construct(Endpoints $endpoints, Settings $settings, IConfig $config, ICertificateManager $certificates) {
		$direct = $config->getSystemValue('proxyexclude', []);
		$this->curl = new CurlHttp($endpoints, new CurlSettings(
			certificates: $certificates->getAbsoluteBundlePath(),
			proxy: $config->getSystemValueString('proxy'),
			proxyLogin: $config->getSystemValueString('proxyuserpwd'),
			withoutProxy: array_values(array_filter(is_array($direct) ? $direct : [], 'is_string')),
			bytesPerSecond: CurlSettings::limit($settings),
		));
	}

	#[\Override]
	public function send(Request $request): Answer {
		return $this->curl->send($request);
	}

	#[\Override]
	public function pool(): HttpPool {
		return $this->curl->pool();
	}
}
