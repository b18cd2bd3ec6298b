<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Demo\Adapter;

use OCA\Compagnon\Http\Answer;
use OCA\Compagnon\Http\Curl\CurlHttp;
use OCA\Compagnon\Http\Curl\CurlSettings;
use OCA\Compagnon\Http\Request;
use OCA\Compagnon\Port\Endpoints;
use OCA\Compagnon\Port\Http;
use OCA\Compagnon\Port\HttpPool;
use OCA\Compagnon\Port\Settings;

final readonly class DemoHttp implements Http {
	private CurlHttp $curl;

	public function __construct(Endpoints $endpoints, Settings $settings) {
		$this->curl = new CurlHttp($endpoints, new CurlSettings(bytesPerSecond: CurlSettings::limit($settings)));
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
