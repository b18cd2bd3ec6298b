<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Source\Google;

use OCA\Compagnon\Port\Texts;
use OCA\Compagnon\Transfer\Fault\Fault;
use OCA\Compagnon\Transfer\Fault\FaultKind;
use OCA\Compagnon\Transfer\Item\ItemKind;
use OCA\Compagnon\Transfer\Source\Access;
use OCA\Compagnon\Transfer\Source\FoundItem;

/**
 * Lists page by page. The own drive and shared drives are searched flat, a request for a thousand files; what others
 * have put into own folders, what was shared and what was chosen by folder is opened folder by folder, fifty at a time.
 * Shortcuts come last, when it is known what is taken.
 *
 * @phpstan-import-type Folder from DriveCursor
 */
final readonly class DriveCrawl {
	private const FOLDERS_AT_ONCE = 50;
	private const SHORTCUTS_AT_ONCE = 20;

	public function __construct(
		private DriveApi $api,
		private DriveShortcuts $shortcuts,
		private Texts $texts,
	) {
	}

	/**
	 * @return list<FoundItem>
	 * @throws Fault
	 */
	public function page(Access $access, DriveCursor $cursor, DriveItems $items): array {
		$step = $cursor->steps[0] ?? null;
		return match (true) {
			$step === DrivePlan::MINE => $this->mine($access, $cursor, $items),
			$step === DrivePlan::SHARED => $this->shared($access, $cursor, $items),
			$step !== null && str_starts_with($step, DrivePlan::DRIVE) => $this->drive($access, $cursor, $items, substr($step, strlen(DrivePlan::DRIVE))),
			$step !== null => $this->chosen($access, $cursor, $items, $step),
			$cursor->batch !== [], $cursor->common !== [], $cursor->folders !== [] => $this->children($access, $cursor, $items),
			default => $this->followed($access, $cursor, $items),
		};
	}

	/** @return list<FoundItem> */
	private function mine(Access $access, DriveCursor $cursor, DriveItems $items): array {
		if (!$cursor->mine) {
			array_shift($cursor->steps);
			$cursor->folders[] = ['id' => $cursor->root ?? '', 'key' => null, 'drive' => null];
			return [];
		}
		$found = [];
		foreach ($this->search($access, $cursor, "'me' in owners", null) as $file) {
			if ($file->isFolder() && $file->fields->flag('shared')) {
				// What others put there is not found by its owner.
				$cursor->common[] = self::entry($file);
				$cursor->known[] = $file->id;
			}
			$found[] = $this->take($cursor, $items, $file, $file->parent);
		}
		return array_values(array_filter($found));
	}

	/** @return list<FoundItem> */
	private function drive(Access $access, DriveCursor $cursor, DriveItems $items, string $id): array {
		$found = $cursor->page === null ? [new FoundItem($id, ItemKind::Folder, null, $cursor->drives[$id] ?? $id, null, link: "https://drive.google.com/drive/folders/$id")] : [];
		if ($cursor->without !== []) {
			array_shift($cursor->steps);
			$cursor->folders[] = ['id' => $id, 'key' => null, 'drive' => $id];
			return $found;
		}
		foreach ($this->search($access, $cursor, null, $id) as $file) {
			$found[] = $this->take($cursor, $items, $file, $file->parent);
		}
		return array_values(array_filter($found));
	}

	/** @return list<FoundItem> */
	private function shared(Access $access, DriveCursor $cursor, DriveItems $items): array {
		$found = $cursor->page === null ? [new FoundItem(DrivePlan::SHARED, ItemKind::Folder, null, $this->texts->of($access->userId)->t('Shared with me'), null)] : [];
		foreach ($this->search($access, $cursor, 'sharedWithMe=true', null) as $file) {
			if (!$this->isListed($cursor, $file)) {
				$found[] = $this->open($cursor, $items, $file, DrivePlan::SHARED);
			}
		}
		return array_values(array_filter($found));
	}

	/** Whether it lies in an own folder, where it is found anyway. */
	private function isListed(DriveCursor $cursor, DriveFile $file): bool {
		return $cursor->mine && $file->parent !== null && ($file->parent === $cursor->root || in_array($file->parent, $cursor->known, true));
	}

	/** @return list<FoundItem> */
	private function chosen(Access $access, DriveCursor $cursor, DriveItems $items, string $id): array {
		try {
			$file = $this->api->file($access, $id);
		} catch (Fault $e) {
			throw $e->kind === FaultKind::Vanished ? new Fault(FaultKind::Final, 'folder_gone') : $e;
		}
		array_shift($cursor->steps);
		$cursor->folders[] = self::entry($file);
		return [$items->of($file, null)];
	}

	/** @return list<FoundItem> */
	private function children(Access $access, DriveCursor $cursor, DriveItems $items): array {
		$isFirst = $cursor->batch === [];
		if ($isFirst) {
			$this->nextBatch($cursor);
		}
		[$batch, $others] = [$cursor->batch, $cursor->others];
		$parents = implode(' or ', array_map(static fn (array $folder): string => DriveApi::quoted($folder['id']) . ' in parents', $batch));
		$keys = array_filter(array_column($batch, 'key', 'id'), is_string(...));
		[$files, $cursor->page] = $this->api->files($access, "($parents)" . ($others ? " and not 'me' in owners" : ''), $batch[0]['drive'], $cursor->page, $keys);
		if ($cursor->page === null) {
			$cursor->batch = [];
		}
		if ($isFirst && $files === [] && $cursor->page === null && count($batch) > 1) {
			$this->oneByOne($cursor, $batch);
		}
		$alone = count($batch) === 1 ? $batch[0]['id'] : null;
		return array_values(array_filter(array_map(fn (DriveFile $file): ?FoundItem => $this->open($cursor, $items, $file, $file->parent ?? $alone, $others), $files)));
	}

	/** Folders of one drive, or of none. */
	private function nextBatch(DriveCursor $cursor): void {
		$cursor->others = $cursor->common !== [];
		$waiting = $cursor->others ? $cursor->common : $cursor->folders;
		$most = $cursor->singly > 0 ? 1 : self::FOLDERS_AT_ONCE;
		$cursor->singly = max(0, $cursor->singly - 1);
		$left = [];
		foreach ($waiting as $folder) {
			if (count($cursor->batch) < $most && ($cursor->batch === [] || $cursor->batch[0]['drive'] === $folder['drive'])) {
				$cursor->batch[] = $folder;
			} else {
				$left[] = $folder;
			}
		}
		if ($cursor->others) {
			$cursor->common = $left;
		} else {
			$cursor->folders = $left;
		}
	}

	/** @param list<Folder> $batch */
	private function oneByOne(DriveCursor $cursor, array $batch): void {
		$cursor->singly = count($batch);
		if ($cursor->others) {
			$cursor->common = [...$batch, ...$cursor->common];
		} else {
			$cursor->folders = [...$batch, ...$cursor->folders];
		}
	}

	/** @return list<FoundItem> */
	private function followed(Access $access, DriveCursor $cursor, DriveItems $items): array {
		$found = [];
		for ($i = 0; $i < self::SHORTCUTS_AT_ONCE && $cursor->shortcuts !== []; $i++) {
			$shortcut = $cursor->shortcuts[0];
			$found[] = $this->shortcuts->follow($access, $cursor, $items, $shortcut);
			array_shift($cursor->shortcuts);
		}
		return $found;
	}

	/** @return list<DriveFile> of the step, which ends with its last page */
	private function search(Access $access, DriveCursor $cursor, ?string $query, ?string $drive): array {
		[$files, $cursor->page] = $this->api->files($access, $query, $drive, $cursor->page);
		if ($cursor->page === null) {
			array_shift($cursor->steps);
		}
		return $files;
	}

	/** Takes a file, and a folder with what lies below. */
	private function open(DriveCursor $cursor, DriveItems $items, DriveFile $file, ?string $parent, bool $others = false): ?FoundItem {
		if ($file->isFolder() && (in_array($file->id, $cursor->tops, true) || in_array($file->id, $cursor->without, true))) {
			// Listed in its own place, or left out.
			return null;
		}
		if ($file->isFolder() && $others) {
			$cursor->common[] = self::entry($file);
			$cursor->known[] = $file->id;
		} elseif ($file->isFolder()) {
			$cursor->folders[] = self::entry($file);
		}
		return $this->take($cursor, $items, $file, $parent);
	}

	private function take(DriveCursor $cursor, DriveItems $items, DriveFile $file, ?string $parent): ?FoundItem {
		$parent = $parent === $cursor->root ? null : $parent;
		if (!$file->isShortcut()) {
			return $items->of($file, $parent);
		}
		$details = $file->fields->in('shortcutDetails');
		$cursor->shortcuts[] = [
			'id' => $file->id,
			'name' => $file->name,
			'parent' => $parent,
			'target' => $details->text('targetId') ?? '',
			'key' => $details->text('targetResourceKey'),
			'at' => $file->fields->time('modifiedTime'),
		];
		return null;
	}

	/** @return Folder */
	private static function entry(DriveFile $file): array {
		return ['id' => $file->id, 'key' => $file->key, 'drive' => $file->drive];
	}
}
