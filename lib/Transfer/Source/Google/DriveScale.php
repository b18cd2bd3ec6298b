<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Source\Google;

use OCA\Compagnon\Transfer\Fault\Fault;
use OCA\Compagnon\Transfer\Source\Access;
use OCA\Compagnon\Transfer\Source\Effort;
use OCA\Compagnon\Transfer\Source\Weight;

/**
 * Adds up what lies below a folder. A shared drive is searched flat; elsewhere Drive lists only what lies directly in
 * folders, of which fifty are asked for at once. Each weighing needs a new one.
 *
 * @phpstan-import-type Folder from DriveCursor
 */
final class DriveScale {
	private const FIELDS = 'id,mimeType,size,driveId,resourceKey';
	private const FOLDERS_AT_ONCE = 50;

	/** @var array<string, true> ids of what was seen: nothing is counted twice, and no circle is walked for ever */
	private array $seen = [];
	/** @var list<Folder> folders that are still to be opened */
	private array $open = [];
	/** How many of them are opened one by one: together they gave nothing, which Drive sometimes does. */
	private int $singly = 0;
	private int $items = 0;
	private int $bytes = 0;

	public function __construct(
		private readonly DriveApi $api,
	) {
	}

	/** @throws Fault when nothing at all was learnt */
	public function weigh(Access $access, string $folder, Effort $effort): Weight {
		try {
			$isComplete = $this->begin($access, $folder, $effort) && $this->walk($access, $effort);
		} catch (Fault $e) {
			// What has been seen is there all the same.
			$isComplete = $this->seen === [] ? throw $e : false;
		}
		return new Weight($this->items, $this->bytes, $isComplete);
	}

	/** @return bool false when it was not allowed to come to an end */
	private function begin(Access $access, string $folder, Effort $effort): bool {
		if ($folder === DrivePlan::SHARED) {
			return $this->search($access, 'sharedWithMe=true', null, [], $effort);
		}
		if (str_starts_with($folder, DrivePlan::DRIVE)) {
			$isDone = $this->search($access, null, substr($folder, strlen(DrivePlan::DRIVE)), [], $effort);
			$this->open = [];
			return $isDone;
		}
		if ($folder === DrivePlan::MINE) {
			$this->open[] = ['id' => 'root', 'key' => null, 'drive' => null];
			return true;
		}
		$seconds = $effort->next();
		if ($seconds !== null) {
			$file = $this->api->file($access->within($seconds), $folder);
			$this->open[] = ['id' => $file->id, 'key' => $file->key, 'drive' => $file->drive];
		}
		return $seconds !== null;
	}

	private function walk(Access $access, Effort $effort): bool {
		while ($this->open !== []) {
			$batch = $this->batch();
			$before = count($this->seen);
			$parents = implode(' or ', array_map(static fn (array $one): string => DriveApi::quoted($one['id']) . ' in parents', $batch));
			if (!$this->search($access, "($parents)", $batch[0]['drive'], array_filter(array_column($batch, 'key', 'id'), is_string(...)), $effort)) {
				return false;
			}
			if (count($batch) > 1 && count($this->seen) === $before) {
				$this->open = [...$batch, ...$this->open];
				$this->singly = count($batch);
			}
		}
		return true;
	}

	/** @return non-empty-list<Folder> of one drive, or of none */
	private function batch(): array {
		$most = $this->singly > 0 ? 1 : self::FOLDERS_AT_ONCE;
		$this->singly = max(0, $this->singly - 1);
		$batch = [array_shift($this->open) ?? throw new \LogicException('nothing to open')];
		$left = [];
		foreach ($this->open as $folder) {
			if (count($batch) < $most && $folder['drive'] === $batch[0]['drive']) {
				$batch[] = $folder;
			} else {
				$left[] = $folder;
			}
		}
		$this->open = $left;
		return $batch;
	}

	/**
	 * @param array<string, string> $keys of folders by id
	 * @return bool false when it was not allowed to come to an end
	 */
	private function search(Access $access, ?string $query, ?string $drive, array $keys, Effort $effort): bool {
		$page = null;
		do {
			$seconds = $effort->next();
			if ($seconds === null) {
				return false;
			}
			[$files, $page] = $this->api->files($access->within($seconds), $query, $drive, $page, $keys, self::FIELDS);
			array_map($this->note(...), $files);
		} while ($page !== null);
		return true;
	}

	private function note(DriveFile $file): void {
		if (isset($this->seen[$file->id])) {
			return;
		}
		$this->seen[$file->id] = true;
		if ($file->isFolder()) {
			$this->open[] = ['id' => $file->id, 'key' => $file->key, 'drive' => $file->drive];
			return;
		}
		$this->items++;
		// Of a document that exists online only, it says what it takes there, not what comes.
		$this->bytes += DriveFormats::isNative($file->mime) ? 0 : $file->fields->number('size') ?? 0;
	}
}
