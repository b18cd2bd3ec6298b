<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Nextcloud;

use OCA\Compagnon\Nextcloud\Facts\AppFolders;
use OCA\Compagnon\Nextcloud\Facts\BroughtBack;
use OCA\Compagnon\Nextcloud\Facts\ChosenLanguage;
use OCA\Compagnon\Nextcloud\Facts\EverDone;
use OCA\Compagnon\Nextcloud\Facts\FirstRows;
use OCA\Compagnon\Nextcloud\Facts\GivenFiles;
use OCA\Compagnon\Nextcloud\Facts\OwnNodes;
use OCA\Compagnon\Nextcloud\Facts\TextsOfTwo;
use OCA\Compagnon\Port\SpaceFacts;
use OCA\Compagnon\Tour\Fact;
use OCP\Constants;
use OCP\IConfig;
use OCP\IUserSession;
use OCP\Server;
use OCP\Share\IManager;
use OCP\Share\IShare;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\TestCase;

/** What must not be taken for something that a person has done, and what is it although it does not look so. */
#[CoversClass(AppFolders::class)]
#[CoversClass(BroughtBack::class)]
#[CoversClass(ChosenLanguage::class)]
#[CoversClass(EverDone::class)]
#[CoversClass(FirstRows::class)]
#[CoversClass(GivenFiles::class)]
#[CoversClass(OwnNodes::class)]
#[CoversClass(TextsOfTwo::class)]
final class FactsOnceDoneTest extends TestCase {
	private Doer $doer;
	private Newcomers $newcomers;
	/** @var list<\Closure(): mixed> */
	private array $undo = [];

	#[\Override]
	protected function setUp(): void {
		$this->doer = new Doer();
		$this->newcomers = new Newcomers();
		$this->doer->home('contract-in');
	}

	#[\Override]
	protected function tearDown(): void {
		array_map(static fn (\Closure $one): mixed => $one(), $this->undo);
		$this->newcomers->leave();
		Server::get(IUserSession::class)->setUser(null);
	}

	public function testTheFilesOfTheReleaseAreNobodysDoingWhereverTheyArePut(): void {
		$person = $this->newcomers->arrive(Support::root() . '/core/skeleton');
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

	/** Text makes a hidden one for a picture in a text, Deck one for what is attached to a card. */
	public function testAFolderThatAnAppMakesByItselfIsNobodysDoing(): void {
		$person = $this->newcomers->arrive();
		$home = $this->doer->home($person);
		$mark = $this->facts()->mark($person, Fact::FolderCreated);
		$home->newFolder('.attachments.12');
		if (Doer::isHere(Fact::CardCreated)) {
			Server::get(IConfig::class)->setUserValue($person, 'deck', 'attachment_folder', '/Pinned');
			$home->newFolder('Pinned');
		}
		self::assertFalse($this->facts()->holdsSince($person, Fact::FolderCreated, $mark));
		self::assertFalse($this->facts()->holds($person, Fact::FolderCreated));

		$home->newFolder('Photos');
		self::assertTrue($this->facts()->holdsSince($person, Fact::FolderCreated, $mark));
		self::assertTrue($this->facts()->holds($person, Fact::FolderCreated));
	}

	/** At the first login the server writes down what the browser asks for; without one, what the space speaks. */
	public function testALanguageThatNobodyChoseIsNone(): void {
		Server::get(IConfig::class)->setUserValue('contract-in', 'core', 'lang', 'fr');
		$mark = $this->facts()->mark('contract-in', Fact::LanguageSet);
		self::assertFalse($this->facts()->holds('contract-in', Fact::LanguageSet));
		self::assertFalse($this->facts()->holdsSince('contract-in', Fact::LanguageSet, $mark));

		Server::get(IConfig::class)->setUserValue('contract-in', 'core', 'lang', 'de');
		$this->undo[] = static fn () => Server::get(IConfig::class)->deleteUserValue('contract-in', 'core', 'lang');
		$mark = $this->facts()->mark('contract-in', Fact::LanguageSet);
		Server::get(IConfig::class)->setUserValue('contract-in', 'core', 'lang', 'fr');
		self::assertTrue($this->facts()->holdsSince('contract-in', Fact::LanguageSet, $mark));
	}

	public function testABrowserIsNoDevice(): void {
		$mark = $this->facts()->mark('contract-in', Fact::DeviceConnected);
		$this->undo[] = (new LaterDeeds())->device('contract-in', 0);

		self::assertFalse($this->facts()->holdsSince('contract-in', Fact::DeviceConnected, $mark));
		self::assertFalse($this->facts()->holds('contract-in', Fact::DeviceConnected));
	}

	public function testALinkWithoutAnEndOrWithoutAPasswordIsNoExpiringOne(): void {
		$mark = $this->facts()->mark('contract-in', Fact::ExpiringLinkCreated);
		foreach ([[null, new \DateTime('+7 days')], ['Contract-' . bin2hex(random_bytes(6)), null]] as [$password, $until]) {
			$link = $this->doer->share('contract-in', IShare::TYPE_LINK, $password, $until);
			$this->undo[] = static fn () => Server::get(IManager::class)->deleteShare($link);
		}
		self::assertFalse($this->facts()->holdsSince('contract-in', Fact::ExpiringLinkCreated, $mark));

		Server::get(IManager::class)->updateShare($link->setExpirationDate(new \DateTime('+7 days')));
		self::assertTrue($this->facts()->holdsSince('contract-in', Fact::ExpiringLinkCreated, $mark));
	}

	/** A link is for people who leave no name. */
	public function testATextThatWasWrittenInSinceItWasSharedWasWrittenByTwo(): void {
		$text = $this->doer->home('contract-in')->newFile('contract-' . bin2hex(random_bytes(4)) . '.md', 'words');
		$this->undo[] = $text->delete(...);
		$manager = Server::get(IManager::class);
		$text->touch(time() - 100);
		$manager->createShare($manager->newShare()->setSharedBy('contract-in')->setShareType(IShare::TYPE_LINK)->setNode($text)
			->setPermissions(Constants::PERMISSION_READ | Constants::PERMISSION_UPDATE));
		$mark = $this->facts()->mark('contract-in', Fact::WrittenTogether);
		self::assertFalse($this->facts()->holds('contract-in', Fact::WrittenTogether));

		$text->touch(time() + 2);
		self::assertTrue($this->facts()->holds('contract-in', Fact::WrittenTogether));
		self::assertTrue($this->facts()->holdsSince('contract-in', Fact::WrittenTogether, $mark));
	}

	/** A date of three days does not come again. */
	public function testALongEventIsNoRecurringOne(): void {
		$mark = $this->facts()->mark('contract-in', Fact::RecurringEventCreated);
		$this->undo[] = $this->doer->event('contract-in', "BEGIN:VEVENT\r\nUID:%s\r\nDTSTAMP:20260101T000000Z\r\nDTSTART:20260301T180000Z\r\nDTEND:20260304T180000Z\r\nEND:VEVENT");

		self::assertFalse($this->facts()->holdsSince('contract-in', Fact::RecurringEventCreated, $mark));
	}

	/** Nobody who has not opened such a step is written about. */
	public function testWhatComesBackIsNotedOnlyForWhoeverWaitsForIt(): void {
		$person = $this->newcomers->arrive();
		$noted = static fn (): array => Server::get(IConfig::class)->getUserKeys($person, 'compagnon');
		$this->doer->do($person, Fact::TrashRestored, static fn () => throw new \LogicException('no second factor'));
		$this->doer->do($person, Fact::VersionRestored, static fn () => throw new \LogicException('no second factor'));
		self::assertSame([], $noted());

		$this->facts()->mark($person, Fact::TrashRestored);
		$this->doer->do($person, Fact::TrashRestored, static fn () => throw new \LogicException('no second factor'));
		$this->doer->do($person, Fact::TrashRestored, static fn () => throw new \LogicException('no second factor'));
		self::assertSame(['brought_back_trash'], $noted());
		self::assertSame('1', Server::get(IConfig::class)->getUserValue($person, 'compagnon', 'brought_back_trash'));
	}

	public function testTheFirstBoardOfDeckIsNobodysDoing(): void {
		$person = $this->newcomers->arrive();
		if (Doer::isHere(Fact::CardCreated)) {
			$this->undo[] = $this->doer->firstBoard($person);
		}
		self::assertFalse($this->facts()->holds($person, Fact::CardCreated));
	}

	public function testTheFirstPageOfACollectiveComesWithIt(): void {
		$person = $this->newcomers->arrive();
		$mark = $this->facts()->mark($person, Fact::PageCreated);
		if (Doer::isHere(Fact::PageCreated)) {
			(new LaterDeeds())->collective($person);
		}
		self::assertFalse($this->facts()->holds($person, Fact::PageCreated));
		self::assertFalse($this->facts()->holdsSince($person, Fact::PageCreated, $mark));
	}

	private function facts(): SpaceFacts {
		return Support::adapter(SpaceFacts::class);
	}
}
