<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Http\Curl;

use OCA\Compagnon\Http\Answer;
use OCA\Compagnon\Http\Ended;
use OCA\Compagnon\Http\Request;
use OCA\Compagnon\Http\Unreachable;
use OCA\Compagnon\Http\UnreachableKind;
use OCA\Compagnon\Port\Endpoints;
use OCA\Compagnon\Port\Http;
use OCA\Compagnon\Port\HttpPool;

/** Requests by PHP's own curl, the same on every host. */
final class CurlHttp implements Http {
	private readonly Router $router;
	/** Keeps connections open from one send() to the next. */
	private ?CurlPool $own = null;

	public function __construct(
		Endpoints $endpoints,
		private readonly CurlSettings $settings,
	) {
		$this->router = new Router($endpoints, $settings);
	}

	#[\Override]
	public function send(Request $request): Answer {
		$this->own ??= new CurlPool($this->router, $this->settings, true);
		$sink = new MemorySink();
		$this->own->start('send', $request, $sink);
		do {
			$ended = $this->own->wait(1.0);
		} while ($ended === []);
		return $this->whole($ended[0], $sink->bytes);
	}

	#[\Override]
	public function pool(): HttpPool {
		return new CurlPool($this->router, $this->settings, false);
	}

	private function whole(Ended $ended, string $body): Answer {
		$head = $ended->answer ?? throw $ended->fault ?? new Unreachable(UnreachableKind::Other, 'no answer');
		return $head->ok() ? new Answer($head->status, $head->headers, $body) : $head;
	}
}
