<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Contract;

use OCA\Compagnon\Port\Files;
use OCA\Compagnon\Port\TrashBin;
use OCA\Compagnon\Transfer\Target\Content;
use OCA\Compagnon\Transfer\Target\FilesFault;
use OCA\Compagnon\Transfer\Target\FilesFaultKind;
use PHPUnit\Framework\TestCase;

/** What every TrashBin has to do. */
abstract class TrashBinContract extends TestCase {
	protected const USER = 'contract-in';
	private const FOLDER = 'Thrown away';

	/** With the people "contract-in" and "contract-out", without a folder "Thrown away". */
	abstract protected function trash(): TrashBin;

	abstract protected function files(): Files;

	/** The person brings back what they threw away. */
	abstract protected function restore(int $fileId): void;

	public function testAFolderGoesWithAllThatLiesInItAndCanComeBack(): void {
		$trash = $this->trash();
		$folder = $this->files()->makeFolder(self::USER, self::FOLDER);
		$this->files()->create(self::USER, self::FOLDER, 'note.md', Content::ofBytes('words'), null);
		$trash->put(self::USER, $folder->id);
		self::assertNull($this->files()->find(self::USER, self::FOLDER));
		self::assertNull($this->files()->byId(self::USER, $folder->id));

		$this->restore($folder->id);
		$note = $this->files()->find(self::USER, self::FOLDER . '/note.md');
		self::assertNotNull($note);
		self::assertSame('words', stream_get_contents($this->files()->read(self::USER, $note->id)));
	}

	public function testWhatIsNotThereOrOfSomebodyElseIsMissing(): void {
		$trash = $this->trash();
		$folder = $this->files()->makeFolder(self::USER, self::FOLDER);
		foreach ([[self::USER, 999_999_999], ['contract-out', $folder->id], ['contract-nobody', $folder->id]] as [$userId, $id]) {
			try {
				$trash->put($userId, $id);
				self::fail("$userId could throw away $id");
			} catch (FilesFault $e) {
				self::assertSame(FilesFaultKind::Missing, $e->kind);
			}
		}

		self::assertNotNull($this->files()->find(self::USER, self::FOLDER));
	}
}
