<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Nextcloud;

use OCA\Compagnon\Tour\Fact;
use OCP\App\IAppManager;
use OCP\Authentication\TwoFactorAuth\IProvider;
use OCP\Authentication\TwoFactorAuth\IRegistry;
use OCP\Constants;
use OCP\Files\File;
use OCP\Files\Folder;
use OCP\Files\IRootFolder;
use OCP\Files\Node;
use OCP\IAvatarManager;
use OCP\IGroup;
use OCP\IGroupManager;
use OCP\ITagManager;
use OCP\IUserSession;
use OCP\Server;
use OCP\Share\IManager;
use OCP\Share\IShare;

/** Does in a Nextcloud, with the code of the app concerned, what facts are about. Each deed gives back how to undo it. */
final class Doer {
	private const DAV = ['\\OCA\\DAV\\CalDAV\\CalDavBackend', '\\OCA\\DAV\\CardDAV\\CardDavBackend'];

	private int $favorites = 0;
	private readonly LaterDeeds $later;

	public function __construct() {
		$this->later = new LaterDeeds();
	}

	/** Whether the app is here that a fact is about. */
	public static function isHere(Fact $fact): bool {
		$app = match ($fact) {
			Fact::AlbumCreated => 'photos',
			Fact::CardCreated => 'deck',
			Fact::MessageSent, Fact::ConversationCreated => 'spreed',
			Fact::PageCreated => 'collectives',
			default => 'dav',
		};
		return Server::get(IAppManager::class)->isEnabledForAnyone($app);
	}

	/**
	 * @param callable(string): IProvider $secondFactor makes one of this id
	 * @return \Closure(): mixed
	 */
	public function do(string $userId, Fact $fact, callable $secondFactor): \Closure {
		return match ($fact) {
			Fact::FolderCreated => $this->home($userId)->newFolder(self::name())->delete(...),
			Fact::FileUploaded => $this->home($userId)->newFile(self::name(), 'words')->delete(...),
			Fact::ShareCreated, Fact::MemberShareCreated => $this->unshare($this->share($userId, IShare::TYPE_USER)),
			Fact::LinkCreated => $this->unshare($this->share($userId, IShare::TYPE_LINK)),
			Fact::ProtectedLinkCreated => $this->unshare($this->share($userId, IShare::TYPE_LINK, 'Contract-' . self::name())),
			Fact::FavoriteAdded => $this->favorite($userId),
			Fact::CalendarCreated => $this->calendar($userId),
			Fact::EventCreated => $this->event($userId, "BEGIN:VEVENT\r\nUID:%s\r\nDTSTAMP:20260101T000000Z\r\nDTSTART:20260301T180000Z\r\nSUMMARY:AG\r\nEND:VEVENT"),
			Fact::ContactCreated => $this->contact($userId, ''),
			Fact::AlbumCreated => $this->album($userId),
			Fact::CardCreated => $this->card($userId),
			Fact::MessageSent => $this->message($userId),
			Fact::ExpiringLinkCreated => $this->unshare($this->share($userId, IShare::TYPE_LINK, 'Contract-' . self::name(), new \DateTime('+7 days'))),
			Fact::VersionRestored => $this->later->version($userId, $this->seed($userId)),
			Fact::TrashRestored => $this->later->trash($userId, $this->seed($userId)),
			Fact::WrittenTogether => $this->later->together($userId, $this->home($userId)->newFile(self::name() . '.md', 'words'), $this->home(...)),
			Fact::RecurringEventCreated => $this->event($userId, "BEGIN:VEVENT\r\nUID:%s\r\nDTSTAMP:20260101T000000Z\r\nDTSTART:20260301T180000Z\r\nDTEND:20260301T190000Z\r\nRRULE:FREQ=WEEKLY\r\nSUMMARY:AG\r\nEND:VEVENT"),
			Fact::CalendarShared => $this->later->calendar($this->calendarOf($userId)),
			Fact::ContactGroupCreated => $this->contact($userId, 'CATEGORIES:' . self::name() . "\r\n"),
			Fact::LanguageSet => $this->later->language($userId, 'de'),
			Fact::DeviceConnected => $this->later->device($userId),
			Fact::PageCreated => $this->later->page($userId),
			Fact::ConversationCreated => $this->later->conversation($userId),
			Fact::PictureSet => $this->picture($userId),
			Fact::SecondFactorOn => $this->secondFactor($userId, $secondFactor('contract')),
			Fact::AccountCreated => Support::person(self::name())->delete(...),
			Fact::SecondAdmin => $this->admin('contract-out'),
		};
	}

	public function home(string $userId): Folder {
		Server::get(IUserSession::class)->setUser(Support::person($userId));
		return Server::get(IRootFolder::class)->getUserFolder($userId);
	}

	/** @param IShare::TYPE_* $type */
	public function share(string $userId, int $type, ?string $password = null, ?\DateTime $until = null): IShare {
		$manager = Server::get(IManager::class);
		$share = $manager->newShare()->setSharedBy($userId)->setShareType($type)->setPermissions(Constants::PERMISSION_READ);
		// One file is shared with one person once only.
		$unshared = array_filter($this->home($userId)->getDirectoryListing(), static fn (Node $node): bool => str_starts_with($node->getName(), 'seed-')
			&& $manager->getSharesBy($userId, $type, $node) === []);
		$share->setNode(array_values($unshared)[0] ?? $this->home($userId)->newFile('seed-' . self::name(), 'words'));
		if ($type === IShare::TYPE_USER) {
			$share->setSharedWith($userId === 'contract-in' ? 'contract-out' : 'contract-in');
		}
		if ($password !== null) {
			$share->setPassword($password);
		}
		if ($until !== null) {
			$share->setExpirationDate($until);
		}
		return $manager->createShare($share);
	}

	/** @return \Closure(): void */
	public function event(string $userId, string $component): \Closure {
		$backend = Server::get(self::DAV[0]);
		$name = self::name();
		$calendar = $this->calendarOf($userId);
		$backend->createCalendarObject($calendar, "$name.ics", "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//contract\r\n" . sprintf($component, $name) . "\r\nEND:VCALENDAR\r\n");
		return static fn () => $backend->deleteCalendarObject($calendar, "$name.ics", forceDeletePermanently: true);
	}

	/**
	 * @param string $more lines of the vCard
	 * @return \Closure(): void
	 */
	public function contact(string $userId, string $more): \Closure {
		$backend = Server::get(self::DAV[1]);
		$name = self::name();
		$book = $backend->getAddressBooksByUri("principals/users/$userId", 'contacts')['id']
			?? $backend->getAddressBooksByUri("principals/users/$userId", 'seed')['id']
			?? $backend->createAddressBook("principals/users/$userId", 'seed', []);
		$backend->createCard($book, "$name.vcf", "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:$name\r\nFN:Camille\r\n{$more}END:VCARD\r\n");
		return static fn () => $backend->deleteCard($book, "$name.vcf");
	}

	/** @return \Closure(): void */
	public function secondFactor(string $userId, IProvider $provider): \Closure {
		$registry = Server::get(IRegistry::class);
		$registry->enableProviderFor($provider, Support::person($userId));
		return static fn () => $registry->disableProviderFor($provider, Support::person($userId));
	}

	/** @return \Closure(): void */
	public function admin(string $userId): \Closure {
		$group = self::admins();
		$group->addUser(Support::person($userId));
		return static fn () => $group->removeUser(Support::person($userId));
	}

	public static function admins(): IGroup {
		return Server::get(IGroupManager::class)->get('admin') ?? throw new \RuntimeException('there is no group of admins');
	}

	/** One that is there anyway. */
	private function seed(string $userId): File {
		$home = $this->home($userId);
		$file = $home->nodeExists('seed-1') ? $home->get('seed-1') : $home->newFile('seed-1', 'words');
		return $file instanceof File ? $file : throw new \RuntimeException('seed-1 is a folder');
	}

	private function calendarOf(string $userId): int {
		$backend = Server::get(self::DAV[0]);
		return (int)($backend->getCalendarByUri("principals/users/$userId", 'personal')['id']
			?? $backend->getCalendarByUri("principals/users/$userId", 'seed')['id']
			?? $backend->createCalendar("principals/users/$userId", 'seed', []));
	}

	private static function name(): string {
		return 'contract-' . bin2hex(random_bytes(6));
	}

	/** @return \Closure(): void */
	private function unshare(IShare $share): \Closure {
		return static fn () => Server::get(IManager::class)->deleteShare($share);
	}

	/** @return \Closure(): mixed */
	private function favorite(string $userId): \Closure {
		$tags = Server::get(ITagManager::class)->load('files', [], false, $userId);
		// Another one each time, and none that other deeds throw away.
		$name = 'star-' . (1 + $this->favorites++ % 5);
		$node = $this->home($userId)->nodeExists($name) ? $this->home($userId)->get($name) : $this->home($userId)->newFile($name, 'words');
		$tags->addToFavorites($node->getId());
		return static fn () => $tags->removeFromFavorites($node->getId());
	}

	/** @return \Closure(): void */
	private function calendar(string $userId): \Closure {
		$backend = Server::get(self::DAV[0]);
		$calendar = $backend->createCalendar("principals/users/$userId", self::name(), []);
		return static fn () => $backend->deleteCalendar($calendar, true);
	}

	/** @return \Closure(): void */
	private function album(string $userId): \Closure {
		$albums = Server::get('\\OCA\\Photos\\Album\\AlbumMapper');
		$album = $albums->create($userId, self::name());
		return static fn () => $albums->delete($album->getId());
	}

	/** @return \Closure(): mixed */
	private function card(string $userId): \Closure {
		return $this->cardIn($userId, $this->stack($userId));
	}

	/** What Deck makes for somebody who opens it for the first time: cards on one board, all at once. @return \Closure(): void */
	public function firstBoard(string $userId): \Closure {
		$stack = $this->stack($userId);
		$cards = array_map(fn (): \Closure => $this->cardIn($userId, $stack), range(1, 5));
		return static function () use ($cards): void {
			array_map(static fn (\Closure $undo): mixed => $undo(), $cards);
		};
	}

	private function stack(string $userId): int {
		$board = new \OCA\Deck\Db\Board();
		$board->setTitle('Contract');
		$board->setOwner($userId);
		$board->setColor('317CCC');
		$stack = new \OCA\Deck\Db\Stack();
		$stack->setTitle('Contract');
		$stack->setBoardId(Server::get('\\OCA\\Deck\\Db\\BoardMapper')->insert($board)->getId());
		$stack->setOrder(1);
		return Server::get('\\OCA\\Deck\\Db\\StackMapper')->insert($stack)->getId();
	}

	/** @return \Closure(): mixed */
	private function cardIn(string $userId, int $stack): \Closure {
		$card = new \OCA\Deck\Db\Card();
		$card->setTitle('Contract');
		$card->setStackId($stack);
		$card->setType('plain');
		$card->setOrder(1);
		$card->setOwner($userId);
		$cards = Server::get('\\OCA\\Deck\\Db\\CardMapper');
		$cards->insert($card);
		return static fn () => $cards->delete($card);
	}

	/** @return \Closure(): void */
	private function message(string $userId): \Closure {
		$rooms = Server::get('\\OCA\\Talk\\Service\\RoomService');
		$room = $rooms->createConversation(\OCA\Talk\Room::TYPE_GROUP, 'Contract', Support::person($userId));
		Server::get('\\OCA\\Talk\\Chat\\ChatManager')->sendMessage($room, null, 'users', $userId, 'Bonjour', new \DateTime());
		return static fn () => $rooms->deleteRoom($room);
	}

	/** @return \Closure(): void */
	private function picture(string $userId): \Closure {
		$image = imagecreatetruecolor(64, 64);
		ob_start();
		imagepng($image);
		$avatar = Server::get(IAvatarManager::class)->getAvatar($userId);
		$avatar->set((string)ob_get_clean());
		return static fn () => $avatar->remove();
	}
}
