<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Run;

use OCA\Compagnon\Error\Invalid;
use OCA\Compagnon\Error\Unavailable;
use OCA\Compagnon\Port\Files;
use OCA\Compagnon\Port\NameRules;
use OCA\Compagnon\Transfer\Names\Nfc;
use OCA\Compagnon\Transfer\Target\FilesFault;
use OCA\Compagnon\Transfer\Target\StoredFile;

/** Checks the folder into which things are to come. It is made when the first of them does. */
final readonly class TargetFolder {
	public function __construct(
		private Files $files,
		private NameRules $rules,
	) {
	}

	/**
	 * @param string $path as somebody has typed or chosen it
	 * @return string from the person's home, without a slash at either end
	 * @throws Invalid when it can be no path of a folder
	 */
	public function path(string $path): string {
		$path = trim(Nfc::of(mb_scrub($path, 'UTF-8')), '/');
		foreach ($path === '' ? [] : explode('/', $path) as $name) {
			if (!$this->rules->allows($name)) {
				throw new Invalid('target', 'A folder of the space cannot be called “{name}”. Choose another name.', ['name' => $name]);
			}
		}
		if (mb_strlen($path) > $this->rules->maxPath() / 2) {
			throw new Invalid('target', 'This folder lies too deep for anything to fit into it. Choose another one.');
		}
		return $path;
	}

	/**
	 * @return string the path
	 * @throws Invalid also when nothing can be put there
	 */
	public function checked(string $userId, string $path): string {
		$path = $this->path($path);
		try {
			$stored = $this->nearest($userId, $path);
		} catch (FilesFault $e) {
			throw Unavailable::storage($e);
		}
		if ($stored === null || !$stored->isFolder || !$stored->writable) {
			throw new Invalid('target', 'Nothing can be put into “{folder}”. Choose another folder.', ['folder' => $path === '' ? '/' : $path]);
		}
		return $path;
	}

	/** @return ?StoredFile the folder itself, or that of those it lies in which is there */
	private function nearest(string $userId, string $path): ?StoredFile {
		$stored = $this->files->find($userId, $path);
		return $stored !== null || $path === ''
			? $stored
			: $this->nearest($userId, str_contains($path, '/') ? substr($path, 0, (int)strrpos($path, '/')) : '');
	}
}
