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
	private string $skeleton = '';
	/** @var list<IUser> who looked after the space beside the first one */
	private array $admins = [];

	#[\Override]
	protected function setUp(): void {
		$this->doer = new Doer();
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
		$config = Server::get(IConfig::class);
		if ($this->skeleton !== '') {
			array_map(unlink(...), (array)glob("$this->skeleton/*/*"));
			array_map(rmdir(...), (array)glob("$this->skeleton/*"));
			rmdir($this->skeleton);
		}
		$config->setSystemValue('skeletondirectory', '');
		foreach ($this->made as $undo) {
			array_map(static fn (\Closure $one): mixed => $one(), $undo);
		}
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
		self::assertSame(1, $events, 'there is no example of an event');
		foreach ([Fact::CalendarCreated, Fact::EventCreated, Fact::ContactCreated] as $fact) {
			$mark = $this->facts()->mark($person->getUID(), $fact);
			self::assertFalse($this->facts()->holdsSince($person->getUID(), $fact, $mark));
			self::assertFalse($this->facts()->holds($person->getUID(), $fact), $fact->value);
		}
		$this->doer->event($person->getUID(), "BEGIN:VEVENT\r\nUID:%s\r\nDTSTAMP:20260101T000000Z\r\nDTSTART:20260301T180000Z\r\nEND:VEVENT");
		self::assertTrue($this->facts()->holds($person->getUID(), Fact::EventCreated));
	}

	public function testTheFilesOfTheReleaseAreNobodysDoingWhereverTheyArePut(): void {
		$person = $this->arrive(Support::root() . '/core/skeleton');
		$home = $this->doer->home($person);
		self::assertGreaterThan(2, count($home->getDirectoryListing()));
		$home->get('Photos/Frog.jpg')->move($home->getPath() . '/Frog.jpg');
		self::assertFalse($this->facts()->holds($person, Fact::FileUploaded));
		self::assertFalse($this->facts()->holds($person, Fact::FolderCreated));

		$home->newFile('Photos/own.jpg', 'words');
		$home->newFolder('Photos/own');
		self::assertTrue($this->facts()->holds($person, Fact::FileUploaded));
		self::assertTrue($this->facts()->holds($person, Fact::FolderCreated));
	}

	/** At the first login the server writes down what the browser asks for; without one, what the space speaks. */
	public function testALanguageThatNobodyChoseIsNone(): void {
		Server::get(IConfig::class)->setUserValue('contract-in', 'core', 'lang', 'fr');
		$mark = $this->facts()->mark('contract-in', Fact::LanguageSet);
		self::assertFalse($this->facts()->holds('contract-in', Fact::LanguageSet));
		self::assertFalse($this->facts()->holdsSince('contract-in', Fact::LanguageSet, $mark));

		Server::get(IConfig::class)->setUserValue('contract-in', 'core', 'lang', 'de');
		$this->made['contract-in language'][] = static fn () => Server::get(IConfig::class)->deleteUserValue('contract-in', 'core', 'lang');
		$mark = $this->facts()->mark('contract-in', Fact::LanguageSet);
		Server::get(IConfig::class)->setUserValue('contract-in', 'core', 'lang', 'fr');
		self::assertTrue($this->facts()->holdsSince('contract-in', Fact::LanguageSet, $mark));
	}

	public function testABrowserIsNoDevice(): void {
		$mark = $this->facts()->mark('contract-in', Fact::DeviceConnected);
		$this->made['contract-in browser'][] = (new LaterDeeds())->device('contract-in', 0);

		self::assertFalse($this->facts()->holdsSince('contract-in', Fact::DeviceConnected, $mark));
		self::assertFalse($this->facts()->holds('contract-in', Fact::DeviceConnected));
	}

	public function testALinkWithoutAnEndOrWithoutAPasswordIsNoExpiringOne(): void {
		$mark = $this->facts()->mark('contract-in', Fact::ExpiringLinkCreated);
		foreach ([[null, new \DateTime('+7 days')], ['Contract-' . bin2hex(random_bytes(6)), null]] as [$password, $until]) {
			$link = $this->doer->share('contract-in', IShare::TYPE_LINK, $password, $until);
			$this->made['contract-in links'][] = static fn () => Server::get(IManager::class)->deleteShare($link);
		}
		self::assertFalse($this->facts()->holdsSince('contract-in', Fact::ExpiringLinkCreated, $mark));

		Server::get(IManager::class)->updateShare($link->setExpirationDate(new \DateTime('+7 days')));
		self::assertTrue($this->facts()->holdsSince('contract-in', Fact::ExpiringLinkCreated, $mark));
	}

	/** A link is for people who leave no name. */
	public function testATextThatWasWrittenInSinceItWasSharedWasWrittenByTwo(): void {
		$text = $this->doer->home('contract-in')->newFile('contract-' . bin2hex(random_bytes(4)) . '.md', 'words');
		$this->made['contract-in text'][] = $text->delete(...);
		$manager = Server::get(IManager::class);
		$text->touch(time() - 100);
		$manager->createShare($manager->newShare()->setSharedBy('contract-in')->setShareType(IShare::TYPE_LINK)->setNode($text)
			->setPermissions(\OCP\Constants::PERMISSION_READ | \OCP\Constants::PERMISSION_UPDATE));
		$mark = $this->facts()->mark('contract-in', Fact::WrittenTogether);
		self::assertFalse($this->facts()->holds('contract-in', Fact::WrittenTogether));

		$text->touch(time() + 2);
		self::assertTrue($this->facts()->holds('contract-in', Fact::WrittenTogether));
		self::assertTrue($this->facts()->holdsSince('contract-in', Fact::WrittenTogether, $mark));
	}

	/** A date of three days does not come again. */
	public function testALongEventIsNoRecurringOne(): void {
		$mark = $this->facts()->mark('contract-in', Fact::RecurringEventCreated);
		$this->made['contract-in long'][] = $this->doer->event('contract-in', "BEGIN:VEVENT\r\nUID:%s\r\nDTSTAMP:20260101T000000Z\r\nDTSTART:20260301T180000Z\r\nDTEND:20260304T180000Z\r\nEND:VEVENT");

		self::assertFalse($this->facts()->holdsSince('contract-in', Fact::RecurringEventCreated, $mark));
	}

	/** Nobody who has not opened such a step is written about. */
	public function testWhatComesBackIsNotedOnlyForWhoeverWaitsForIt(): void {
		$person = $this->newcomer();
		$noted = static fn (): array => Server::get(IConfig::class)->getUserKeys($person, 'compagnon');
		$this->make($person, Fact::TrashRestored);
		$this->make($person, Fact::VersionRestored);
		self::assertSame([], $noted());

		$this->facts()->mark($person, Fact::TrashRestored);
		$this->make($person, Fact::TrashRestored);
		$this->make($person, Fact::TrashRestored);
		self::assertSame(['brought_back_trash'], $noted());
		self::assertSame('1', Server::get(IConfig::class)->getUserValue($person, 'compagnon', 'brought_back_trash'));
	}

	public function testTheFirstBoardOfDeckIsNobodysDoing(): void {
		$person = $this->newcomer();
		if (self::isHere(Fact::CardCreated)) {
			$this->made[$person . ' board'][] = $this->doer->firstBoard($person);
		}
		self::assertFalse($this->facts()->holds($person, Fact::CardCreated));
	}

	public function testTheFirstPageOfACollectiveComesWithIt(): void {
		$person = $this->newcomer();
		$mark = $this->facts()->mark($person, Fact::PageCreated);
		if (self::isHere(Fact::PageCreated)) {
			(new LaterDeeds())->collective($person);
		}
		self::assertFalse($this->facts()->holds($person, Fact::PageCreated));
		self::assertFalse($this->facts()->holdsSince($person, Fact::PageCreated, $mark));
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

	#[\Override]
	protected static function isHere(Fact $fact): bool {
		return Doer::isHere($fact);
	}

	/** With few files, so that it takes no long: those of the release have a test of their own. */
	#[\Override]
	protected function newcomer(): string {
		if ($this->skeleton === '') {
			$this->skeleton = sys_get_temp_dir() . '/compagnon-skeleton-' . bin2hex(random_bytes(6));
			mkdir("$this->skeleton/Documents", recursive: true);
			file_put_contents("$this->skeleton/Documents/Example.md", 'words');
		}
		return $this->arrive($this->skeleton);
	}

	/** The first login of somebody. */
	private function arrive(string $skeleton): string {
		Server::get(IConfig::class)->setSystemValue('skeletondirectory', $skeleton);
		$person = Support::person('contract-' . bin2hex(random_bytes(4)));
		$this->made['newcomers'][] = $person->delete(...);
		Server::get(IUserSession::class)->completeLogin($person, ['loginName' => $person->getUID(), 'password' => ''], false);
		return $person->getUID();
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
