<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Http\Curl;

/** The way to a host that may be asked. */
final readonly class Route {
	/**
	 * @param string $url that is really asked
	 * @param ?string $pinned "host:port:addresses", so that nobody can give another answer between the check and the request
	 * @param bool $direct whether no proxy is used
	 */
	public function __construct(
		public string $url,
		public ?string $pinned,
		public bool $direct,
	) {
	}
}
