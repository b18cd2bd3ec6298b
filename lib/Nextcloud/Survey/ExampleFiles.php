<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Nextcloud\Survey;

use OCA\Compagnon\Port\Database;
use OCP\App\IAppManager;
use OCP\IConfig;

/** The files that an account begins with, as they are before somebody moves, renames or removes them. */
final readonly class ExampleFiles {
	/** More than that are no examples. */
	private const MOST = 500;
	/** Languages that the folder of templates can have a name in. */
	private const FOLDERS = 20;

	public function __construct(
		private Database $database,
		private IConfig $config,
		private IAppManager $apps,
	) {
	}

	/** @return list<string> hashes of their paths in a home, as in the server's list of files */
	public function hashes(): array {
		$core = dirname($this->apps->getAppPath('dav'), 2) . '/core/skeleton';
		$paths = $this->below($this->config->getSystemValueString('skeletondirectory', $core));
		$templates = $this->below($this->config->getSystemValueString('templatedirectory', "$core/Templates"));
		foreach ($templates === [] ? [] : $this->templateFolders() as $folder) {
			$paths = [...$paths, ...array_map(static fn (string $path): string => "$folder/$path", $templates)];
		}
		return array_values(array_unique(array_map(static fn (string $path): string => md5("files/$path"), $paths)));
	}

	/** @return list<string> paths of the files below a folder, or below each of a folder for every language */
	private function below(string $folder): array {
		$folders = $folder === '' ? [] : glob(str_replace(['[', '{lang}'], ['[[]', '*'], rtrim($folder, '/')), GLOB_ONLYDIR);
		$paths = [];
		foreach ($folders === false ? [] : $folders as $one) {
			$files = new \RecursiveIteratorIterator(new \RecursiveDirectoryIterator($one, \FilesystemIterator::SKIP_DOTS), \RecursiveIteratorIterator::LEAVES_ONLY, \RecursiveIteratorIterator::CATCH_GET_CHILD);
			/** @var \SplFileInfo $file */
			foreach ($files as $file) {
				$paths[substr($file->getPathname(), strlen($one) + 1)] = true;
				if (count($paths) >= self::MOST) {
					break 2;
				}
			}
		}
		return array_map(strval(...), array_keys($paths));
	}

	/** @return list<string> in the languages of those who have one */
	private function templateFolders(): array {
		$rows = $this->database->query("SELECT DISTINCT configvalue FROM *PREFIX*preferences WHERE appid = 'core' AND configkey = 'templateDirectory' AND configvalue <> '' LIMIT " . self::FOLDERS);
		return array_map(static fn (array $row): string => trim((string)$row['configvalue'], '/'), $rows);
	}
}
