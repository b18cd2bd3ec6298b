<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Adventure\Practice;

use OCA\Compagnon\Port\Files;
use OCA\Compagnon\Port\Preferences;
use OCA\Compagnon\Port\Urls;
use OCA\Compagnon\Tour\Fact;
use OCA\Compagnon\Transfer\Target\FilesFault;
use OCA\Compagnon\Transfer\Target\StoredFile;

/** The one folder of a person that we have made for them to try things in. Known by its id, wherever it is moved. */
final readonly class PracticeFolder {
	private const KEY = 'practice_folder';

	public function __construct(
		private Preferences $preferences,
		private Files $files,
		private Urls $urls,
	) {
	}

	/**
	 * @return ?array{name: string, url: string} null when there is none, or the files do not answer: a story can be read
	 *                                           without
	 */
	public function of(string $userId): ?array {
		try {
			$folder = $this->find($userId);
		} catch (FilesFault) {
			return null;
		}
		return $folder === null ? null : $this->toArray($folder);
	}

	/** @throws FilesFault */
	public function find(string $userId): ?StoredFile {
		$folder = $this->isKept($userId) ? $this->files->byId($userId, (int)$this->preferences->text($userId, self::KEY)) : null;
		return $folder?->isFolder === true ? $folder : null;
	}

	/** Whether we have made one that was not tidied away by us. */
	public function isKept(string $userId): bool {
		return $this->preferences->text($userId, self::KEY) !== '';
	}

	/** Whether having such a folder looks as if the person had done this. */
	public function shows(Fact $fact): bool {
		return $fact === Fact::FolderCreated || $fact === Fact::FileUploaded;
	}

	public function remember(string $userId, StoredFile $folder): void {
		$this->preferences->setText($userId, self::KEY, (string)$folder->id);
	}

	public function forget(string $userId): void {
		$this->preferences->setText($userId, self::KEY, '');
	}

	/** @return array{name: string, url: string} */
	public function toArray(StoredFile $folder): array {
		return ['name' => $folder->name(), 'url' => $this->urls->file($folder->id)];
	}
}
