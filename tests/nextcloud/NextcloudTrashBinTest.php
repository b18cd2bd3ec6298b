<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Nextcloud;

use OC\Files\SetupManager;
use OCA\Compagnon\Nextcloud\ServerTrashBin;
use OCA\Compagnon\Port\Files;
use OCA\Compagnon\Port\TrashBin;
use OCA\Compagnon\Tests\Contract\TrashBinContract;
use OCA\Files_Trashbin\Trash\ITrashManager;
use OCP\Files\IRootFolder;
use OCP\IUserManager;
use OCP\IUserSession;
use OCP\Server;
use PHPUnit\Framework\Attributes\CoversClass;

#[CoversClass(ServerTrashBin::class)]
final class NextcloudTrashBinTest extends TrashBinContract {
	#[\Override]
	protected function trash(): TrashBin {
		Support::person('contract-out');
		$person = Support::person(self::USER);
		// The server's trash takes what is of the person whose files it set up first.
		Server::get(SetupManager::class)->tearDown();
		Server::get(IUserSession::class)->setUser($person);
		$this->clear();
		return Support::adapter(TrashBin::class);
	}

	#[\Override]
	protected function tearDown(): void {
		$this->clear();
		Server::get(IUserSession::class)->setUser(null);
	}

	#[\Override]
	protected function files(): Files {
		return Support::adapter(Files::class);
	}

	#[\Override]
	protected function restore(int $fileId): void {
		$user = Server::get(IUserManager::class)->get(self::USER);
		self::assertNotNull($user);
		$trash = Server::get(ITrashManager::class);
		foreach ($trash->listTrashRoot($user) as $item) {
			if ($item->getId() === $fileId) {
				$trash->restoreItem($item);
				return;
			}
		}
		self::fail("$fileId is not in the trash");
	}

	private function clear(): void {
		$home = Server::get(IRootFolder::class)->getUserFolder(self::USER);
		if ($home->nodeExists('Thrown away')) {
			$home->get('Thrown away')->delete();
		}
	}
}
