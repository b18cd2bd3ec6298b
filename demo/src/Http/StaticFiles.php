<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Demo\Http;

/** Scripts, styles and pictures: what was built for the demo, and the app's own. Never touches the database. */
final class StaticFiles {
	private const FOLDERS = [
		'/build/' => __DIR__ . '/../../public/build/',
		'/apps/compagnon/js/' => __DIR__ . '/../../../js/',
		'/apps/compagnon/css/' => __DIR__ . '/../../../css/',
		'/apps/compagnon/img/' => __DIR__ . '/../../../img/',
	];
	private const TYPES = [
		'css' => 'text/css; charset=utf-8',
		'js' => 'text/javascript; charset=utf-8',
		'json' => 'application/json',
		'mjs' => 'text/javascript; charset=utf-8',
		'png' => 'image/png',
		'svg' => 'image/svg+xml',
		'woff2' => 'font/woff2',
	];

	/** @return ?Answer null when the address is not one of a static file */
	public function answer(string $address): ?Answer {
		$path = rawurldecode(explode('?', $address, 2)[0]);
		foreach (self::FOLDERS as $prefix => $folder) {
			if (str_starts_with($path, $prefix)) {
				return $this->file($folder, substr($path, strlen($prefix)));
			}
		}
		return null;
	}

	private function file(string $folder, string $name): Answer {
		$root = realpath($folder);
		$file = str_contains($name, "\0") ? false : realpath($folder . $name);
		$type = self::TYPES[strtolower(pathinfo($name, PATHINFO_EXTENSION))] ?? null;
		if ($root === false || $file === false || $type === null || !str_starts_with($file, $root . '/') || !is_file($file)) {
			return new Answer(404, 'Not found', ['Content-Type' => 'text/plain']);
		}
		$tag = '"' . dechex((int)filemtime($file)) . '-' . dechex((int)filesize($file)) . '"';
		$headers = ['Cache-Control' => 'no-cache', 'ETag' => $tag, 'X-Content-Type-Options' => 'nosniff'];
		return ($_SERVER['HTTP_IF_NONE_MATCH'] ?? '') === $tag ? new Answer(304, '', $headers) : Answer::file($file, $type, $headers);
	}
}
