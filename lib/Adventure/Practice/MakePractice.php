<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Adventure\Practice;

use OCA\Compagnon\Error\Unavailable;
use OCA\Compagnon\Port\Files;
use OCA\Compagnon\Port\Texts;
use OCA\Compagnon\Transfer\Engine\Rest;
use OCA\Compagnon\Transfer\Target\Content;
use OCA\Compagnon\Transfer\Target\FilesFault;
use OCA\Compagnon\Transfer\Target\FilesFaultKind;
use OCA\Compagnon\Transfer\Target\StoredFile;

/** Makes the practice folder with three harmless files, unless it is there. */
final readonly class MakePractice {
	/** Somebody who has that many folders of this name has a plan of their own. */
	private const TRIES = 20;
	/** Another window that makes the same folder is done within a second. */
	private const RESTS = 10;
	private const REST_SECONDS = 0.2;

	public function __construct(
		private PracticeFolder $folder,
		private PracticeApart $apart,
		private Files $files,
		private Texts $texts,
		private Rest $rest,
	) {
	}

	/**
	 * @return array{name: string, url: string}
	 * @throws Unavailable when it could not be made
	 */
	public function make(string $userId): array {
		try {
			$folder = $this->folder->find($userId) ?? $this->apart->doing($userId, fn (): StoredFile => $this->made($userId));
		} catch (FilesFault $e) {
			$folder = $this->madeElsewhere($userId, $e) ?? throw new Unavailable('The practice folder could not be made, perhaps for want of room. The story goes on without it.', previous: $e);
		}
		return $this->folder->toArray($folder);
	}

	/** Another window may have been faster: the name was free when this one looked. */
	private function madeElsewhere(string $userId, FilesFault $e): ?StoredFile {
		return in_array($e->kind, [FilesFaultKind::Taken, FilesFaultKind::ReadOnly], true) ? $this->folder->find($userId) : null;
	}

	private function made(string $userId): StoredFile {
		$name = $this->freeName($userId);
		$folder = $this->patiently(fn (): StoredFile => $this->files->makeFolder($userId, $name));
		$this->folder->remember($userId, $folder);
		foreach ($this->contents() as $name => $text) {
			try {
				$this->patiently(fn (): StoredFile => $this->files->create($userId, $folder->path, $name, Content::ofBytes($text . "\n"), null));
			} catch (FilesFault $e) {
				if ($e->kind !== FilesFaultKind::Taken) {
					throw $e;
				}
			}
		}
		return $folder;
	}

	/**
	 * Whoever clicks twice has two requests at the same names: the one that finds them locked waits for the other.
	 *
	 * @param callable(): StoredFile $do
	 * @throws FilesFault
	 */
	private function patiently(callable $do): StoredFile {
		for ($rest = 1; ; $rest++) {
			try {
				return $do();
			} catch (FilesFault $e) {
				if ($rest > self::RESTS || $e->kind !== FilesFaultKind::Locked) {
					throw $e;
				}
				$this->rest->take(self::REST_SECONDS);
			}
		}
	}

	/** @throws FilesFault */
	private function freeName(string $userId): string {
		$name = $this->texts->t('Practice folder');
		for ($number = 1; $number <= self::TRIES; $number++) {
			$free = $number === 1 ? $name : "$name ($number)";
			if ($this->files->find($userId, $free) === null) {
				return $free;
			}
		}
		throw FilesFault::of(FilesFaultKind::Taken);
	}

	/** @return array<string, string> name to text */
	private function contents(): array {
		return [
			$this->texts->t('Shopping list.md') => $this->texts->t('Two inner tubes, patches, a pot of grease, biscuits for the people who repair.'),
			$this->texts->t('Ideas.md') => $this->texts->t('Everything may be changed here. Nothing that happens in this folder matters.'),
			$this->texts->t('Note to throw away.md') => $this->texts->t('This note has only one wish: to see the trash from inside, and to come back and tell.'),
		];
	}
}
