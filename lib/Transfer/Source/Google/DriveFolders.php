<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Source\Google;

use OCA\Compagnon\Port\Texts;
use OCA\Compagnon\Transfer\Fault\Fault;
use OCA\Compagnon\Transfer\Source\Access;
use OCA\Compagnon\Transfer\Source\SourceFolder;

/** What can be chosen in an account. */
final readonly class DriveFolders {
	private const FIELDS = 'id,name,mimeType';
	private const IS_FOLDER = "mimeType='" . DriveFormats::FOLDER . "'";

	public function __construct(
		private DriveApi $api,
		private Texts $texts,
	) {
	}

	/**
	 * @param ?string $folder null for the top
	 * @return list<SourceFolder>
	 * @throws Fault
	 */
	public function in(Access $access, ?string $folder): array {
		return match (true) {
			$folder === null => $this->top($access),
			$folder === DrivePlan::MINE => $this->below($access, "'root' in parents", null),
			$folder === DrivePlan::SHARED => $this->below($access, 'sharedWithMe=true', null),
			str_starts_with($folder, DrivePlan::DRIVE) => $this->childrenOf($access, substr($folder, strlen(DrivePlan::DRIVE)), substr($folder, strlen(DrivePlan::DRIVE))),
			default => $this->childrenOf($access, $folder, $this->api->file($access, $folder)->drive),
		};
	}

	/** @return list<SourceFolder> */
	private function top(Access $access): array {
		$folders = [new SourceFolder(DrivePlan::MINE, $this->texts->of($access->userId)->t('My Drive'), 'mine', true, $this->api->usedBytes($access))];
		foreach ($this->api->drives($access) as $id => $name) {
			$folders[] = new SourceFolder(DrivePlan::DRIVE . $id, $name, 'shared_drive', true);
		}
		$folders[] = new SourceFolder(DrivePlan::SHARED, $this->texts->of($access->userId)->t('Shared with me'), 'shared_with_me', true);
		return $folders;
	}

	/** @return list<SourceFolder> */
	private function childrenOf(Access $access, string $id, ?string $drive): array {
		return $this->below($access, DriveApi::quoted($id) . ' in parents', $drive);
	}

	/** @return list<SourceFolder> by name */
	private function below(Access $access, string $query, ?string $drive): array {
		$folders = [];
		$page = null;
		do {
			[$files, $page] = $this->api->files($access, "$query and " . self::IS_FOLDER, $drive, $page, [], self::FIELDS);
			foreach ($files as $file) {
				$folders[] = new SourceFolder($file->id, $file->name, 'folder', true);
			}
		} while ($page !== null);
		usort($folders, static fn (SourceFolder $a, SourceFolder $b): int => strnatcasecmp($a->name, $b->name));
		return $folders;
	}
}
