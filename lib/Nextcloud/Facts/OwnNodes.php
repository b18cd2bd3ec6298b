<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Nextcloud\Facts;

use OCP\Files\IRootFolder;
use OCP\Files\Node;

/** Folders and files in a person's home that no app has made by itself. */
final readonly class OwnNodes {
	/** So many that are not the person's are passed over at most. */
	private const MOST = 500;

	public function __construct(
		private IRootFolder $root,
		private AppFolders $apps,
	) {
	}

	/**
	 * @param ?\Closure(Node, string): bool $counts of its path below the home; everything, when left out
	 * @throws \Exception of a storage that does not answer
	 */
	public function newest(NewestInHome $newest, ?\Closure $counts = null): ?Node {
		$home = $this->root->getUserFolder($newest->getUser()->getUID());
		$isOfApp = $this->apps->of($newest->getUser());
		// The newest one is usually enough.
		foreach ([1, self::MOST + 1] as $many) {
			foreach ($home->search($newest->atMost($many)) as $node) {
				$path = trim((string)$home->getRelativePath($node->getPath()), '/');
				if (!$isOfApp($path) && ($counts === null || $counts($node, $path))) {
					return $node;
				}
			}
		}
		return null;
	}
}
