<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Architecture\Support;

/** The PHP files of the project. */
final class Sources {
	public const ROOT = __DIR__ . '/../../..';

	/**
	 * @param string ...$folders below the root
	 * @return array<string, string> path below the root to its source
	 */
	public static function in(string ...$folders): array {
		$sources = [];
		foreach ($folders as $folder) {
			$files = new \RecursiveIteratorIterator(new \RecursiveDirectoryIterator(self::ROOT . '/' . $folder, \FilesystemIterator::SKIP_DOTS));
			foreach ($files as $file) {
				if ($file instanceof \SplFileInfo && $file->getExtension() === 'php') {
					$path = $folder . substr($file->getPathname(), strlen(self::ROOT . '/' . $folder));
					$sources[$path] = (string)file_get_contents($file->getPathname());
				}
			}
		}
		ksort($sources);
		return $sources;
	}
}
