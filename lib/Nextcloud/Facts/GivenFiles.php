<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Nextcloud\Facts;

use OCP\App\IAppManager;
use OCP\Files\File;
use OCP\Files\Node;
use OCP\IConfig;
use OCP\IUser;

/** The files and folders that a new account finds: copies of the server's, and templates. The rest is a person's own. */
final readonly class GivenFiles {
	/** So many of them are known at most. */
	private const MOST = 500;

	public function __construct(
		private OwnNodes $own,
		private IConfig $config,
		private IAppManager $apps,
	) {
	}

	/** Whether a person's home has a folder, or a file, that neither came with the account nor is an app's. */
	public function isThereMore(NewestInHome $newest): bool {
		$given = $this->given();
		$templates = $this->templates($newest->getUser());
		return $this->own->newest($newest, static fn (Node $node, string $path): bool
			=> !isset($given[self::trait($node)]) && !isset($given[$path]) && !($templates !== '' && str_starts_with("$path/", $templates))) !== null;
	}

	/** A file keeps its size when it is put elsewhere. */
	private static function trait(Node $node): string {
		return $node instanceof File ? $node->getName() . '|' . (int)$node->getSize() : $node->getName() . '/';
	}

	private function templates(IUser $user): string {
		$folder = trim($this->config->getUserValue($user->getUID(), 'core', 'templateDirectory'), '/');
		return $folder === '' ? '' : "$folder/";
	}

	/** @return array<string, true> by path, by name and size of a file, by name of a folder */
	private function given(): array {
		// Files is of the server and lies in its own folder of apps; the server's folder itself can't be asked for.
		$core = dirname($this->apps->getAppPath('files'), 2) . '/core/skeleton';
		$skeleton = $this->config->getSystemValueString('skeletondirectory', $core);
		$templates = $this->config->getSystemValueString('templatedirectory', "$core/Templates");
		$given = [];
		foreach ([$skeleton, $templates] as $folder) {
			// There may be one for each language.
			foreach ($folder === '' ? [] : (array)glob(str_replace('{lang}', '*', $folder), GLOB_ONLYDIR) as $root) {
				$given += self::below((string)$root, self::MOST - count($given));
			}
		}
		return $given;
	}

	/** @return array<string, true> */
	private static function below(string $root, int $most): array {
		$found = [];
		$files = new \RecursiveIteratorIterator(
			new \RecursiveDirectoryIterator($root, \FilesystemIterator::SKIP_DOTS),
			\RecursiveIteratorIterator::SELF_FIRST,
			\RecursiveIteratorIterator::CATCH_GET_CHILD,
		);
		foreach ($files as $file) {
			if (count($found) >= 2 * $most) {
				break;
			}
			if ($file instanceof \SplFileInfo) {
				$found[substr($file->getPathname(), strlen($root) + 1)] = true;
				$found[$file->getFilename() . ($file->isDir() ? '/' : '|' . (int)$file->getSize())] = true;
			}
		}
		return $found;
	}
}
