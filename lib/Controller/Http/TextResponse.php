<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Controller\Http;

use OCP\AppFramework\Http;
use OCP\AppFramework\Http\Response;

/**
 * Text that is saved, or shown as nothing but text.
 *
 * @extends Response<Http::STATUS_*, array<string, mixed>>
 */
final class TextResponse extends Response {
	private function __construct(
		private readonly string $text,
		string $type,
	) {
		parent::__construct();
		$this->addHeader('Content-Type', "$type; charset=utf-8");
		$this->addHeader('X-Content-Type-Options', 'nosniff');
	}

	public static function saved(string $text, string $type, string $name): self {
		$response = new self($text, $type);
		$response->addHeader('Content-Disposition', 'attachment; filename="' . preg_replace('/[^\w.() -]+/', '_', $name) . '"');
		return $response;
	}

	public static function refused(string $sentence, int $status): self {
		$response = new self($sentence . "\n", 'text/plain');
		$response->setStatus($status);
		return $response;
	}

	#[\Override]
	public function render(): string {
		return $this->text;
	}
}
