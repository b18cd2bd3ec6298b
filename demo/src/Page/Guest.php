<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Demo\Page;

use OCA\Compagnon\Demo\Account\Visitor;

/** Gives forms of people who are not logged in a token too: it goes with a cookie that other sites cannot read. */
final readonly class Guest {
	public const COOKIE = 'demo_guest';

	public function __construct(
		private Visitor $visitor,
	) {
	}

	public static function token(string $cookie): string {
		return $cookie === '' ? '' : hash('sha256', 'form ' . $cookie);
	}

	/** @return array<string, string> headers that the answer with the form needs */
	public function begin(): array {
		if ($this->visitor->token !== '') {
			return [];
		}
		$cookie = bin2hex(random_bytes(16));
		$this->visitor->token = self::token($cookie);
		return ['Set-Cookie' => self::COOKIE . "=$cookie; Path=/; HttpOnly; SameSite=Strict"];
	}
}
