<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Port;

use OCA\Compagnon\Http\Ended;
use OCA\Compagnon\Http\Request;
use OCA\Compagnon\Http\Sink;

/** Requests that run at the same time, in one process. */
interface HttpPool {
	/** @param string $key names the request until it has ended */
	public function start(string $key, Request $request, Sink $sink): void;

	/**
	 * Lets bytes flow until at least one request has ended or the time is over. Zero only moves what is ready.
	 *
	 * @return list<Ended>
	 */
	public function wait(float $seconds): array;

	/** Ends a request early; wait() does not return it any more. */
	public function stop(string $key): void;

	public function running(): int;
}
