<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tour;

/** For whom a tour or a step exists. Every condition that is named has to be met. */
final readonly class Audience {
	/**
	 * @param bool $admins only those who look after the space
	 * @param list<string> $groups ids of groups, one of which is enough
	 * @param list<string> $apps apps that the person must be able to use
	 * @param list<string> $languages languages of the person, two letters
	 * @param ?string $device "wide" or "phone"; the browser decides that
	 */
	public function __construct(
		public bool $admins = false,
		public array $groups = [],
		public array $apps = [],
		public array $languages = [],
		public ?string $device = null,
	) {
	}
}
