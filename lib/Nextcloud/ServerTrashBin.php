<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Nextcloud;

use OCA\Compagnon\Nextcloud\Transfer\Homes;
use OCA\Compagnon\Port\TrashBin;
use OCA\Compagnon\Transfer\Target\FilesFault;
use OCA\Compagnon\Transfer\Target\FilesFaultKind;
use OCP\App\IAppManager;
use OCP\Files\Folder;
use OCP\IUserSession;

/**
 * What is deleted as the person goes into their trash, where the app for it is on; only while they are who is asking: from
 * the files of anybody else, the server deletes for good.
 */
final readonly class ServerTrashBin implements TrashBin {
	private const APP = 'files_trashbin';

	public function __construct(
		private Homes $homes,
		private IAppManager $apps,
		private IUserSession $session,
	) {
	}

	#[\Override]
	public function put(string $userId, int $fileId): void {
		if (!$this->apps->isEnabledForAnyone(self::APP)) {
			throw FilesFault::of(FilesFaultKind::Refused);
		}
		// Outside of a page, apps that wrap the storage are not loaded yet.
		$this->apps->loadApp(self::APP);
		$this->homes->of($userId, function (Folder $home) use ($userId, $fileId): null {
			$node = $home->getFirstNodeById($fileId) ?? throw FilesFault::of(FilesFaultKind::Missing);
			if (!$node->isDeletable()) {
				throw FilesFault::of(FilesFaultKind::ReadOnly);
			}
			if ($this->session->getUser()?->getUID() !== $userId) {
				throw FilesFault::of(FilesFaultKind::Refused);
			}
			$node->delete();
			return null;
		});
	}
}
