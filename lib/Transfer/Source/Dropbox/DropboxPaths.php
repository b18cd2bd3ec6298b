<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Source\Dropbox;

/**
 * Folders are known by their path, files by their own id. A file keeps its id when it is moved; of the folder it lies
 * in, its entry says nothing but the path, and only in lower case reliably.
 */
final readonly class DropboxPaths {
	private const PREFIX = 'path:';
	private const HOSTS = ['www.dropbox.com', 'dropbox.com'];
	/** Where Dropbox's pages show a path. */
	private const PAGES = '~^/(?:home|work|personal|preview)(/.*)?$~s';

	/** @param string $path in lower case, "" for the root */
	public static function id(string $path): string {
		return self::PREFIX . $path;
	}

	/** @return ?string null when the id is not that of a path */
	public static function path(string $id): ?string {
		return str_starts_with($id, self::PREFIX) ? substr($id, strlen(self::PREFIX)) : null;
	}

	/** @return string "" when it lies in the root */
	public static function above(string $path): string {
		return substr($path, 0, (int)strrpos($path, '/'));
	}

	/** Whether a path is that of a folder or lies below it. */
	public static function isIn(string $path, string $folder): bool {
		return $path === $folder || str_starts_with($path, "$folder/");
	}

	/** @return string address of a folder, or of a file, as Dropbox's own pages write it */
	public static function link(string $path, bool $isFolder): string {
		$encoded = static fn (string $one): string => implode('/', array_map(rawurlencode(...), explode('/', $one)));
		return 'https://www.dropbox.com/home' . ($isFolder ? $encoded($path) : $encoded(self::above($path)) . '?preview=' . rawurlencode(substr($path, strlen(self::above($path)) + 1)));
	}

	/**
	 * What a link leads to: the id of its path, also for a file, which is found by the link of its item, link($path).
	 * A link that was made for sharing only Dropbox can resolve.
	 *
	 * @return ?string null for those, and for links of others
	 */
	public static function idOfLink(string $link): ?string {
		$parts = parse_url(trim($link));
		if ($parts === false || !in_array(strtolower($parts['scheme'] ?? ''), ['http', 'https'], true) || !in_array(strtolower($parts['host'] ?? ''), self::HOSTS, true)) {
			return null;
		}
		if (preg_match(self::PAGES, $parts['path'] ?? '', $found) !== 1) {
			return null;
		}
		parse_str($parts['query'] ?? '', $query);
		$path = rtrim(rawurldecode($found[1] ?? ''), '/');
		$file = $query['preview'] ?? null;
		return self::id(mb_strtolower(is_string($file) && $file !== '' ? "$path/$file" : $path));
	}
}
