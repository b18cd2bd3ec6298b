<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Openl;

/** Who asks, and where to ask back. */
final readonly class Organiser {
	/**
	 * @param string $contact mail or web address
	 * @param string $site web address; empty at a survey
	 */
	public function __construct(
		public string $name,
		public string $contact,
		public string $site = '',
	) {
	}
}
