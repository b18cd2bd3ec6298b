<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Nextcloud;

use OCP\Constants;
use OCP\Files\File;
use OCP\Files\Folder;
use OCP\IConfig;
use OCP\IUserSession;
use OCP\Server;
use OCP\Share\IManager;
use OCP\Share\IShare;

/** What Doer does of what people come to later, likewise with how to undo it. */
final class LaterDeeds {
	private int $calendars = 0;
	private int $texts = 0;

	/** Writes in the file and goes back to how it was. @return \Closure(): void */
	public function version(string $userId, File $file): \Closure {
		// The versions app asks for whoever the files were opened first.
		self::openFiles($userId);
		$file->touch(time() - random_int(1_000, 100_000_000));
		$file->putContent('other words ' . bin2hex(random_bytes(4)));
		$manager = Server::get('\\OCA\\Files_Versions\\Versions\\IVersionManager');
		$file = Server::get(\OCP\Files\IRootFolder::class)->getUserFolder($userId)->get($file->getName());
		$versions = $manager->getVersionsForFile(Support::person($userId), $file);
		usort($versions, static fn (object $a, object $b): int => $b->getTimestamp() <=> $a->getTimestamp());
		$manager->rollback($versions[1]);
		return static fn () => null;
	}

	/** Throws it away and gets it back. @return \Closure(): void */
	public function trash(string $userId, File $file): \Closure {
		Server::get(IUserSession::class)->setUser(Support::person($userId));
		$file->delete();
		$trash = Server::get('\\OCA\\Files_Trashbin\\Trash\\ITrashManager');
		foreach ($trash->listTrashRoot(Support::person($userId)) as $item) {
			if (str_starts_with($item->getName(), 'seed-1')) {
				$trash->restoreItem($item);
				break;
			}
		}
		return static fn () => null;
	}

	/**
	 * Shared with somebody, who writes on.
	 *
	 * @param callable(string): Folder $home of a person, as whom the server goes on
	 * @return \Closure(): void
	 */
	public function together(string $userId, File $file, callable $home): \Closure {
		$other = $userId === 'contract-in' ? 'contract-out' : 'contract-in';
		$manager = Server::get(IManager::class);
		$manager->createShare($manager->newShare()->setSharedBy($userId)->setShareType(IShare::TYPE_USER)->setSharedWith($other)
			->setNode($file)->setPermissions(Constants::PERMISSION_READ | Constants::PERMISSION_UPDATE));
		$file->touch(time() - 1_000);
		// As whom the server writes is what counts, not through whose folder.
		Server::get(IUserSession::class)->setUser(Support::person($other));
		$file->putContent('words of two');
		// Later than the share, though it is the same second.
		$file->touch(time() + ++$this->texts);
		Server::get(IUserSession::class)->setUser(Support::person($userId));
		return static function () use ($userId, $file, $home): void {
			$home($userId)->get($file->getName())->delete();
		};
	}

	/** @return \Closure(): void */
	public function calendar(int $calendar): \Closure {
		$sharing = Server::get('\\OCA\\DAV\\CalDAV\\Sharing\\Service');
		// Another one each time.
		$with = 'principals/groups/contract-' . $this->calendars++;
		$sharing->shareWith($calendar, $with, 3);
		return static fn () => $sharing->deleteShare($calendar, $with);
	}

	/** @return \Closure(): void */
	public function language(string $userId, string $language): \Closure {
		$config = Server::get(IConfig::class);
		$config->setUserValue($userId, 'core', 'lang', $language);
		return static fn () => $config->deleteUserValue($userId, 'core', 'lang');
	}

	/** @return \Closure(): void */
	public function device(string $userId, int $type = 1): \Closure {
		$tokens = Server::get('\\OC\\Authentication\\Token\\IProvider');
		$token = $tokens->generateToken(bin2hex(random_bytes(36)), $userId, $userId, null, 'Contract', $type);
		return static fn () => $tokens->invalidateTokenById($userId, $token->getId());
	}

	/** @return \Closure(): void */
	public function page(string $userId): \Closure {
		Server::get(IUserSession::class)->setUser(Support::person($userId));
		$pages = Server::get('\\OCA\\Collectives\\Service\\PageService');
		$collective = $this->collective($userId);
		self::openFiles($userId);
		$page = $pages->createBase($collective, 0, 'Contract ' . bin2hex(random_bytes(4)), null, $userId);
		return static fn () => Server::get('\\OCA\\Collectives\\Db\\PageMapper')->deleteByFileId($page->getId());
	}

	/** @return int its id; it has a first page already */
	public function collective(string $userId): int {
		Server::get(IUserSession::class)->setUser(Support::person($userId));
		[$collective] = Server::get('\\OCA\\Collectives\\Service\\CollectiveService')->createCollective($userId, 'fr', 'Contract ' . bin2hex(random_bytes(6)));
		return $collective->getId();
	}

	/** Everything that the person has now, what was shared or made since too. */
	private static function openFiles(string $userId): void {
		\OC_Util::tearDownFS();
		\OC_Util::setupFS($userId);
	}

	/** @return \Closure(): void */
	public function conversation(string $userId): \Closure {
		$rooms = Server::get('\\OCA\\Talk\\Service\\RoomService');
		$room = $rooms->createConversation(\OCA\Talk\Room::TYPE_GROUP, 'Contract', Support::person($userId));
		return static fn () => $rooms->deleteRoom($room);
	}
}
