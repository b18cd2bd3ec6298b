<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCP\Migration;

/** Stand-in. */
interface IOutput {
	/**
	 * @param string $message
	 * @return void
	 */
	public function info($message);

	/**
	 * @param string $message
	 * @return void
	 */
	public function warning($message);
}
