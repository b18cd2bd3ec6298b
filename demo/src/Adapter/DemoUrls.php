<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Demo\Adapter;

use OCA\Compagnon\Port\Urls;

/** The address is the one that was asked; outside a request that of COMPAGNON_URL. */
final readonly class DemoUrls implements Urls {
	private const USUAL = 'http://127.0.0.1:8480';

	#[\Override]
	public function page(string $path): string {
		return $this->base() . '/apps/compagnon/' . $path;
	}

	#[\Override]
	public function file(int $fileId): string {
		return $this->base() . "/f/$fileId";
	}

	private function base(): string {
		$asked = $_SERVER['HTTP_HOST'] ?? null;
		$named = getenv('COMPAGNON_URL');
		return match (true) {
			is_string($asked) && preg_match('/^[\w.-]+(:\d+)?$/D', $asked) === 1 => "http://$asked",
			is_string($named) && $named !== '' => rtrim($named, '/'),
			default => self::USUAL,
		};
	}
}
