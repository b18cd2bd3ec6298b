<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Demo\Files;

use OCA\Compagnon\Demo\Http\Answer;

/** Gives out the bytes of a file. Only what cannot run a script is shown in the browser; the rest is saved. */
final readonly class Download {
	private const SHOWN = [
		'csv' => 'text/plain; charset=utf-8',
		'gif' => 'image/gif',
		'jpeg' => 'image/jpeg',
		'jpg' => 'image/jpeg',
		'md' => 'text/plain; charset=utf-8',
		'pdf' => 'application/pdf',
		'png' => 'image/png',
		'txt' => 'text/plain; charset=utf-8',
		'webp' => 'image/webp',
	];

	public function __construct(
		private Blobs $blobs,
	) {
	}

	public static function isPicture(string $name): bool {
		return str_starts_with(self::type($name) ?? '', 'image/');
	}

	/** @param bool $save whether the browser has to save it rather than show it */
	public function answer(Node $node, bool $save): Answer {
		if ($node->folder) {
			throw Refused::missing();
		}
		$type = self::type($node->name);
		$how = $save || $type === null ? 'attachment' : 'inline';
		$plain = preg_replace('/[^\w .()-]/', '_', $node->name);
		$headers = [
			'Content-Disposition' => "$how; filename=\"$plain\"; filename*=UTF-8''" . rawurlencode($node->name),
			'Content-Security-Policy' => "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'",
		];
		return Answer::file($this->blobs->path($node->id), $type ?? 'application/octet-stream', $headers);
	}

	private static function type(string $name): ?string {
		return self::SHOWN[strtolower(pathinfo($name, PATHINFO_EXTENSION))] ?? null;
	}
}
