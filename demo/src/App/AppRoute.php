<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Demo\App;

use OCP\AppFramework\Controller;

/** One route of the app, as its attributes say. */
final readonly class AppRoute {
	/**
	 * @param class-string<Controller> $controller
	 * @param array{limit: int, seconds: int}|null $rate
	 */
	public function __construct(
		public string $verb,
		public string $pattern,
		public string $controller,
		public string $method,
		public bool $public,
		public bool $adminOnly,
		public bool $delegable,
		public bool $csrfChecked,
		public ?array $rate,
		public bool $passwordConfirmed,
	) {
	}

	/** @return ?array<string, string> parameters from the path; null when the route is another one */
	public function match(string $verb, string $path): ?array {
		if ($verb !== $this->verb || preg_match($this->pattern, $path, $found) !== 1) {
			return null;
		}
		$named = array_filter($found, 'is_string', ARRAY_FILTER_USE_KEY);
		return array_map('rawurldecode', $named);
	}
}
