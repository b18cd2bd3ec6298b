<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Content;

/** A content file that cannot be used. The rest goes on working; whoever looks after the space is told. */
final class ContentFault extends \RuntimeException {
	/**
	 * @param string $path path below resources/
	 * @param string $reason technical sentence in English, for the log
	 */
	public function __construct(
		public readonly string $path,
		public readonly string $reason,
		?\Throwable $previous = null,
	) {
		parent::__construct($path . ': ' . $reason, 0, $previous);
	}
}
