<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Port;

use OCA\Compagnon\Http\Answer;
use OCA\Compagnon\Http\Request;
use OCA\Compagnon\Http\Unreachable;

/**
 * Requests to providers. A redirect is followed (five at most) only to a host that the request allows, never to a local
 * address, and without the authorization when the host is another. Hosts are replaced as Endpoints says, which is the
 * only way to a local address. A transfer that receives nothing for a minute is ended.
 */
interface Http {
	/**
	 * One request whose answer fits into memory.
	 *
	 * @throws Unreachable when no complete answer came
	 */
	public function send(Request $request): Answer;

	/** For many requests at once; its requests end with it. */
	public function pool(): HttpPool;
}
