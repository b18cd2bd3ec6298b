<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Nextcloud;

use OCA\Compagnon\Nextcloud\Facts\AppRows;
use OCA\Compagnon\Nextcloud\Facts\BroughtBack;
use OCA\Compagnon\Nextcloud\Facts\ChosenLanguage;
use OCA\Compagnon\Nextcloud\Facts\Collection;
use OCA\Compagnon\Nextcloud\Facts\DavRows;
use OCA\Compagnon\Nextcloud\Facts\Deeds;
use OCA\Compagnon\Nextcloud\Facts\EverDone;
use OCA\Compagnon\Nextcloud\Facts\FirstRows;
use OCA\Compagnon\Nextcloud\Facts\GivenFiles;
use OCA\Compagnon\Nextcloud\Facts\HighestId;
use OCA\Compagnon\Nextcloud\Facts\HomeStorage;
use OCA\Compagnon\Nextcloud\Facts\NextcloudSpaceFacts;
use OCA\Compagnon\Nextcloud\Facts\SharesMade;
use OCA\Compagnon\Nextcloud\Facts\States;
use OCA\Compagnon\Nextcloud\Facts\TextsOfTwo;
use OCA\Compagnon\Port\SpaceFacts;
use OCA\Compagnon\Tests\Contract\SpaceFactsContract;
use OCA\Compagnon\Tour\Fact;
use OCP\Authentication\TwoFactorAuth\IProvider;
use OCP\EventDispatcher\IEventDispatcher;
use OCP\IAvatarManager;
use OCP\IConfig;
use OCP\IDBConnection;
use OCP\IUser;
use OCP\IUserSession;
use OCP\Server;
use OCP\Share\IManager;
use OCP\Share\IShare;
use OCP\User\Events\UserFirstTimeLoggedInEvent;
use PHPUnit\Framework\Attributes\CoversClass;

#[CoversClass(AppRows::class)]
#[CoversClass(BroughtBack::class)]
#[CoversClass(ChosenLanguage::class)]
#[CoversClass(Collection::class)]
#[CoversClass(DavRows::class)]
#[CoversClass(Deeds::class)]
#[CoversClass(EverDone::class)]
#[CoversClass(FirstRows::class)]
#[CoversClass(GivenFiles::class)]
#[CoversClass(HighestId::class)]
#[CoversClass(HomeStorage::class)]
#[CoversClass(NextcloudSpaceFacts::class)]
#[CoversClass(SharesMade::class)]
#[CoversClass(States::class)]
#[CoversClass(TextsOfTwo::class)]
final class NextcloudSpaceFactsTest extends SpaceFactsContract {
	private Doer $doer;
	/** @var array<string, list<\Closure(): mixed>> how to undo what each person made, by person and fact */
	private array $made = [];
	private Newcomers $newcomers;
	/** @var list<IUser> who looked after the space beside the first one */
	private array $admins = [];

	#[\Override]
	protected function setUp(): void {
		$this->doer = new Doer();
		$this->newcomers = new Newcomers();
		foreach (['contract-in', 'contract-out'] as $person) {
			$home = $this->doer->home($person);
			foreach (['seed-1', 'seed-2', 'seed-3', 'seed-4', 'seed-5'] as $name) {
				if (!$home->nodeExists($name)) {
					$home->newFile($name, 'words');
				}
			}
			$this->doer->event($person, "BEGIN:VEVENT\r\nUID:%s\r\nDTSTAMP:20260101T000000Z\r\nDTSTART:20260301T180000Z\r\nEND:VEVENT")();
			$this->doer->contact($person, '')();
			Server::get(IAvatarManager::class)->getAvatar($person)->remove(silent: true);
		}
		$this->admins = array_slice(array_values(Doer::admins()->getUsers()), 1);
		array_map(Doer::admins()->removeUser(...), $this->admins);
	}

	#[\Override]
	protected function tearDown(): void {
		foreach ($this->made as $undo) {
			array_map(static fn (\Closure $one): mixed => $one(), $undo);
		}
		$this->newcomers->leave();
		array_map(Doer::admins()->addUser(...), $this->admins);
		Server::get(IUserSession::class)->setUser(null);
	}

	/** Every release has the rest. */
	public function testOnlyDeckTalkAndCollectivesMayBeMissingHere(): void {
		$missing = array_filter(Fact::cases(), static fn (Fact $fact): bool => !Doer::isHere($fact));

		self::assertSame([], array_diff(
			array_map(static fn (Fact $fact): string => $fact->value, $missing),
			[Fact::CardCreated->value, Fact::MessageSent->value, Fact::ConversationCreated->value, Fact::PageCreated->value],
		));
	}

	public function testAFileThatClaimsToBeOldCounts(): void {
		$mark = $this->facts()->mark('contract-in', Fact::FileUploaded);
		$this->doer->home('contract-in')->newFile('old-' . bin2hex(random_bytes(4)), 'words')->touch(946_684_800);

		self::assertTrue($this->facts()->holdsSince('contract-in', Fact::FileUploaded, $mark));
	}

	public function testAChangeOrANewNameIsNoNewFile(): void {
		$home = $this->doer->home('contract-in');
		$file = $home->newFile('change-' . bin2hex(random_bytes(4)), 'words');
		$mark = $this->facts()->mark('contract-in', Fact::FileUploaded);
		$file->putContent('other words');
		$file->move($home->getPath() . '/moved-' . bin2hex(random_bytes(4)));

		self::assertFalse($this->facts()->holdsSince('contract-in', Fact::FileUploaded, $mark));
	}

	public function testAFileDeepInAFolderCounts(): void {
		$folder = $this->doer->home('contract-in')->newFolder('deep-' . bin2hex(random_bytes(4)));
		$mark = $this->facts()->mark('contract-in', Fact::FileUploaded);
		$folder->newFile('inside', 'words');

		self::assertTrue($this->facts()->holdsSince('contract-in', Fact::FileUploaded, $mark));
	}

	public function testAnOlderLinkThatIsGivenAPasswordIsAProtectedOne(): void {
		$this->make('contract-in', Fact::ProtectedLinkCreated);
		$link = $this->doer->share('contract-in', IShare::TYPE_LINK);
		$this->made['contract-in links'][] = static fn () => Server::get(IManager::class)->deleteShare($link);
		$marks = [$this->facts()->mark('contract-in', Fact::ProtectedLinkCreated), $this->facts()->mark('contract-in', Fact::LinkCreated)];
		Server::get(IManager::class)->updateShare($link->setPassword('Contract-' . bin2hex(random_bytes(6))));

		self::assertTrue($this->facts()->holdsSince('contract-in', Fact::ProtectedLinkCreated, $marks[0]));
		self::assertFalse($this->facts()->holdsSince('contract-in', Fact::LinkCreated, $marks[1]));
	}

	/** Where a file that came back has lain is written nowhere. */
	#[\Override]
	protected static function leavesATrace(Fact $fact): bool {
		return $fact !== Fact::TrashRestored;
	}

	public function testBirthdaysThatTheServerFillsInAreNoEvents(): void {
		$marks = [$this->facts()->mark('contract-in', Fact::EventCreated), $this->facts()->mark('contract-in', Fact::CalendarCreated)];
		$this->made['contract-in birthdays'][] = $this->doer->contact('contract-in', "BDAY:1980-05-17\r\n");
		$backend = Server::get('\\OCA\\DAV\\CalDAV\\CalDavBackend');
		$birthdays = $backend->getCalendarByUri('principals/users/contract-in', 'contact_birthdays');
		self::assertNotSame([], $backend->getCalendarObjects($birthdays['id']));

		self::assertFalse($this->facts()->holdsSince('contract-in', Fact::EventCreated, $marks[0]));
		self::assertFalse($this->facts()->holdsSince('contract-in', Fact::CalendarCreated, $marks[1]));
	}

	public function testTheExamplesOfTheServerComeBeforeAnyTour(): void {
		$person = Support::person('contract-' . bin2hex(random_bytes(4)));
		$this->made['examples'][] = $person->delete(...);
		Server::get(IEventDispatcher::class)->dispatchTyped(new UserFirstTimeLoggedInEvent($person));
		$events = (int)Server::get(IDBConnection::class)->executeQuery(
			'SELECT COUNT(*) FROM *PREFIX*calendarobjects o JOIN *PREFIX*calendars c ON o.calendarid = c.id WHERE c.principaluri = ?',
			["principals/users/{$person->getUID()}"],
		)->fetchOne();
		self::assertGreaterThanOrEqual(1, $events, 'there is no example of an event');
		foreach ([Fact::CalendarCreated, Fact::EventCreated, Fact::ContactCreated] as $fact) {
			$mark = $this->facts()->mark($person->getUID(), $fact);
			self::assertFalse($this->facts()->holdsSince($person->getUID(), $fact, $mark));
			self::assertFalse($this->facts()->holds($person->getUID(), $fact), $fact->value);
		}
		$this->doer->event($person->getUID(), "BEGIN:VEVENT\r\nUID:%s\r\nDTSTAMP:20260101T000000Z\r\nDTSTART:20260301T180000Z\r\nEND:VEVENT");
		self::assertTrue($this->facts()->holds($person->getUID(), Fact::EventCreated));
	}

	/** A task lies in the same table as dates; iCalendar calls it VTODO. */
	public function testATaskIsNoEvent(): void {
		$mark = $this->facts()->mark('contract-in', Fact::EventCreated);
		$this->made['contract-in tasks'][] = $this->doer->event('contract-in', "BEGIN:VTODO\r\nUID:%s\r\nDTSTAMP:20260101T000000Z\r\nEND:VTODO");

		self::assertFalse($this->facts()->holdsSince('contract-in', Fact::EventCreated, $mark));
	}

	/** Calendars that the person follows have ids of their own, which may be those of calendars of the person. */
	public function testACopyOfAnotherCalendarIsNoEvent(): void {
		$this->make('contract-in', Fact::EventCreated);
		$connection = Server::get(IDBConnection::class);
		$connection->executeStatement('UPDATE *PREFIX*calendarobjects SET calendartype = 1 WHERE id = (SELECT id FROM (SELECT MAX(id) AS id FROM *PREFIX*calendarobjects) newest)');
		$marks = [$this->facts()->mark('contract-in', Fact::EventCreated)];
		$connection->executeStatement('UPDATE *PREFIX*calendarobjects SET calendartype = 0 WHERE id = (SELECT id FROM (SELECT MAX(id) AS id FROM *PREFIX*calendarobjects) newest)');
		$marks[] = $this->facts()->mark('contract-in', Fact::EventCreated);

		self::assertLessThan((int)$marks[1], (int)$marks[0]);
	}

	public function testAPictureThatIsMadeOfInitialsIsNone(): void {
		$avatar = Server::get(IAvatarManager::class)->getAvatar('contract-in');
		$avatar->getFile(64);
		self::assertFalse($this->facts()->holdsSince('contract-in', Fact::PictureSet, $this->facts()->mark('contract-in', Fact::PictureSet)));

		// As with an account whose picture nobody has looked at yet.
		$avatar->remove(silent: true);
		Server::get(IConfig::class)->deleteUserValue('contract-in', 'avatar', 'generated');
		self::assertFalse($this->facts()->holdsSince('contract-in', Fact::PictureSet, $this->facts()->mark('contract-in', Fact::PictureSet)));
	}

	public function testBackupCodesAloneAreNoSecondFactor(): void {
		$this->made['contract-in codes'][] = $this->doer->secondFactor('contract-in', $this->secondFactor('backup_codes'));

		self::assertFalse($this->facts()->holdsSince('contract-in', Fact::SecondFactorOn, $this->facts()->mark('contract-in', Fact::SecondFactorOn)));
	}

	public function testSomebodyWhoCannotLogInLooksAfterNothing(): void {
		$this->make('contract-in', Fact::SecondAdmin);
		Support::person('contract-out')->setEnabled(false);
		try {
			self::assertFalse($this->facts()->holdsSince('contract-in', Fact::SecondAdmin, $this->facts()->mark('contract-in', Fact::SecondAdmin)));
		} finally {
			Support::person('contract-out')->setEnabled(true);
		}
	}

	public function testAnAccountCountsBeforeAnybodyHasUsedItAndAmongVeryMany(): void {
		self::assertTrue(Collection::counted(1201)->hasMoreThan(Collection::counted(1200)->mark()));
		self::assertFalse(Collection::counted(1200)->hasMoreThan(Collection::counted(1200)->mark()));
		self::assertFalse(Collection::counted(3)->hasMoreThan(Collection::of(['a', 'b', 'c'])->mark()));
		self::assertFalse(Collection::of(['b', 'a'])->hasMoreThan(Collection::of(['a', 'b'])->mark()));
	}

	#[\Override]
	protected function facts(): SpaceFacts {
		return Support::adapter(SpaceFacts::class);
	}

	/** On the other databases, which are beside the first one, a third of them each day; all with make soak. */
	#[\Override]
	protected static function isDue(Fact $fact): bool {
		return getenv('NEXTCLOUD_CONFIG_DIR') === false || getenv('SOAK') !== false
			|| (int)array_search($fact, Fact::cases(), true) % 3 === intdiv(time(), 86_400) % 3;
	}

	#[\Override]
	protected static function isHere(Fact $fact): bool {
		return Doer::isHere($fact);
	}

	#[\Override]
	protected function newcomer(): string {
		return $this->newcomers->arrive();
	}

	#[\Override]
	protected function make(string $userId, Fact $fact): void {
		$this->made[$userId . $fact->value][] = $this->doer->do($userId, $fact, $this->secondFactor(...));
	}

	#[\Override]
	protected function undo(string $userId, Fact $fact): void {
		$undo = array_pop($this->made[$userId . $fact->value]) ?? self::fail('nothing was made');
		$undo();
	}

	private function secondFactor(string $id): IProvider {
		$provider = self::createStub(IProvider::class);
		$provider->method('getId')->willReturn($id);
		return $provider;
	}
}
