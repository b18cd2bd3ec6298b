<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Nextcloud;

use OCA\Compagnon\Nextcloud\Facts\NextcloudSpaceFacts;
use OCA\Compagnon\Port\SpaceFacts;
use OCA\Compagnon\Tests\Contract\SpaceFactsContract;
use OCA\Compagnon\Tour\Fact;
use OCP\Constants;
use OCP\Files\Folder;
use OCP\Files\IRootFolder;
use OCP\Files\Node;
use OCP\IUserSession;
use OCP\Server;
use OCP\Share\IManager;
use OCP\Share\IShare;
use PHPUnit\Framework\Attributes\CoversClass;

#[CoversClass(NextcloudSpaceFacts::class)]
final class NextcloudSpaceFactsTest extends SpaceFactsContract {
	/** @var array<string, Node|IShare> what each person made last, by person and fact */
	private array $made = [];

	#[\Override]
	protected function setUp(): void {
		foreach (['contract-in', 'contract-out'] as $person) {
			$home = $this->home($person);
			if (!$home->nodeExists('shared.txt')) {
				$home->newFile('shared.txt', 'words');
			}
		}
	}

	#[\Override]
	protected function tearDown(): void {
		Server::get(IUserSession::class)->setUser(null);
	}

	public function testAFileThatClaimsToBeOldCounts(): void {
		$mark = $this->facts()->mark('contract-in', Fact::FileUploaded);
		$this->home('contract-in')->newFile('old-' . bin2hex(random_bytes(4)), 'words')->touch(946_684_800);

		self::assertTrue($this->facts()->holdsSince('contract-in', Fact::FileUploaded, $mark));
	}

	public function testAChangeOrANewNameIsNoNewFile(): void {
		$file = $this->home('contract-in')->newFile('change-' . bin2hex(random_bytes(4)), 'words');
		$mark = $this->facts()->mark('contract-in', Fact::FileUploaded);
		$file->putContent('other words');
		$file->move($this->home('contract-in')->getPath() . '/moved-' . bin2hex(random_bytes(4)));

		self::assertFalse($this->facts()->holdsSince('contract-in', Fact::FileUploaded, $mark));
	}

	public function testAFileDeepInAFolderCounts(): void {
		$folder = $this->home('contract-in')->newFolder('deep-' . bin2hex(random_bytes(4)));
		$mark = $this->facts()->mark('contract-in', Fact::FileUploaded);
		$folder->newFile('inside', 'words');

		self::assertTrue($this->facts()->holdsSince('contract-in', Fact::FileUploaded, $mark));
	}

	public function testALinkIsAShareToo(): void {
		$mark = $this->facts()->mark('contract-in', Fact::ShareCreated);
		$this->share('contract-in', static fn (IShare $share): IShare => $share->setShareType(IShare::TYPE_LINK));

		self::assertTrue($this->facts()->holdsSince('contract-in', Fact::ShareCreated, $mark));
	}

	#[\Override]
	protected function facts(): SpaceFacts {
		return Support::adapter(SpaceFacts::class);
	}

	#[\Override]
	protected function make(string $userId, Fact $fact): void {
		$name = 'contract-' . bin2hex(random_bytes(6));
		$other = $userId === 'contract-in' ? 'contract-out' : 'contract-in';
		$this->made[$userId . $fact->value] = match ($fact) {
			Fact::FolderCreated => $this->home($userId)->newFolder($name),
			Fact::FileUploaded => $this->home($userId)->newFile($name, 'words'),
			Fact::ShareCreated => $this->share($userId, static fn (IShare $share): IShare => $share->setShareType(IShare::TYPE_USER)->setSharedWith($other)),
		};
	}

	#[\Override]
	protected function undo(string $userId, Fact $fact): void {
		$last = $this->made[$userId . $fact->value];
		if ($last instanceof IShare) {
			Server::get(IManager::class)->deleteShare($last);
		} else {
			$last->delete();
		}
	}

	/** @param callable(IShare): IShare $with says with whom */
	private function share(string $userId, callable $with): IShare {
		$manager = Server::get(IManager::class);
		$file = $this->home($userId)->get('shared.txt');
		$previous = $this->made[$userId . Fact::ShareCreated->value] ?? null;
		foreach ($manager->getSharesBy($userId, IShare::TYPE_USER, $file) as $share) {
			// One file is shared with one person once only.
			if ($previous === null || $share->getId() === $previous->getId()) {
				$manager->deleteShare($share);
			}
		}
		return $manager->createShare($with($manager->newShare()->setNode($file)->setSharedBy($userId)->setPermissions(Constants::PERMISSION_READ)));
	}

	private function home(string $userId): Folder {
		Server::get(IUserSession::class)->setUser(Support::person($userId));
		return Server::get(IRootFolder::class)->getUserFolder($userId);
	}
}
