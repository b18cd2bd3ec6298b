<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Contract;

use Doctrine\DBAL\Connection;
use OCA\Compagnon\Demo\Account\Account;
use OCA\Compagnon\Demo\Account\Accounts;
use OCA\Compagnon\Demo\Account\Personal;
use OCA\Compagnon\Demo\Adapter\DemoSpaceFacts;
use OCA\Compagnon\Demo\Calendar\Calendars;
use OCA\Compagnon\Demo\Calendar\Events;
use OCA\Compagnon\Demo\Contacts\AddressBook;
use OCA\Compagnon\Demo\Files\Blobs;
use OCA\Compagnon\Demo\Files\Favorites;
use OCA\Compagnon\Demo\Files\Node;
use OCA\Compagnon\Demo\Files\Nodes;
use OCA\Compagnon\Demo\Files\Shares;
use OCA\Compagnon\Demo\Files\Texts;
use OCA\Compagnon\Demo\Files\Tree;
use OCA\Compagnon\Demo\Files\Versions;
use OCA\Compagnon\Port\SpaceFacts;
use OCA\Compagnon\Tour\Fact;
use PHPUnit\Framework\Attributes\CoversClass;

#[CoversClass(DemoSpaceFacts::class)]
final class DemoSpaceFactsTest extends SpaceFactsContract {
	private const PICTURE = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

	private DemoSpace $space;
	/** @var array<string, \Closure(): void> takes away what a person made last, by person and fact */
	private array $undo = [];
	/** @var array<string, int> a text of each person */
	private array $texts = [];

	#[\Override]
	protected function setUp(): void {
		$this->space = new DemoSpace(further: ['contract-third' => 'member', 'contract-admin' => 'admin']);
		foreach (['contract-in', 'contract-out'] as $person) {
			$this->texts[$person] = $this->text($person);
		}
	}

	#[\Override]
	protected function facts(): SpaceFacts {
		return $this->space->container->get(SpaceFacts::class);
	}

	/** The demo has no photos, Deck, Collectives and Talk. */
	#[\Override]
	protected static function isHere(Fact $fact): bool {
		return !in_array($fact, [Fact::AlbumCreated, Fact::CardCreated, Fact::PageCreated, Fact::MessageSent, Fact::ConversationCreated], true);
	}

	#[\Override]
	protected function newcomer(): string {
		$this->space->container->get(Accounts::class)->add('contract-new', 'New', 'secret');
		$this->space->container->get(Calendars::class)->of($this->account('contract-new'));
		$this->space->container->get(AddressBook::class)->begin($this->account('contract-new'));
		return 'contract-new';
	}

	#[\Override]
	protected function make(string $userId, Fact $fact): void {
		$me = $this->account($userId);
		$this->undo[$userId . $fact->value] = match ($fact) {
			Fact::FolderCreated, Fact::FileUploaded => $this->node($userId, $fact === Fact::FolderCreated),
			Fact::ShareCreated, Fact::MemberShareCreated => $this->share($userId, fn (Shares $shares, int $node): int => $shares->withMember($node, $userId, $this->other($userId), false)),
			Fact::LinkCreated => $this->share($userId, static fn (Shares $shares, int $node): int => $shares->byLink($node, $userId, '')),
			Fact::ProtectedLinkCreated => $this->share($userId, static fn (Shares $shares, int $node): int => $shares->byLink($node, $userId, 'secret')),
			Fact::ExpiringLinkCreated => $this->share($userId, static fn (Shares $shares, int $node): int => $shares->byLink($node, $userId, 'secret', time() + 86400)),
			Fact::FavoriteAdded => $this->favorite($userId),
			Fact::VersionRestored => $this->version($userId),
			Fact::TrashRestored => $this->trash($userId),
			Fact::WrittenTogether => $this->writing($userId),
			Fact::CalendarCreated, Fact::EventCreated, Fact::RecurringEventCreated, Fact::CalendarShared => $this->calendar($me, $fact),
			Fact::ContactCreated, Fact::ContactGroupCreated => $this->contact($me, $fact),
			Fact::AccountCreated => $this->newAccount(),
			default => $this->setting($userId, $fact),
		};
	}

	#[\Override]
	protected function undo(string $userId, Fact $fact): void {
		$this->undo[$userId . $fact->value]();
	}

	public function testWhatComesWithTheAccountDoesNotCount(): void {
		$me = $this->account('contract-in');
		$calendar = $this->space->container->get(Calendars::class)->of($me)[0]['id'];
		self::assertCount(1, $this->space->container->get(Events::class)->in([$calendar], gmdate('Y-m')));
		$this->space->container->get(AddressBook::class)->begin($me);
		self::assertCount(1, $this->space->container->get(AddressBook::class)->contacts($me));

		foreach (Fact::cases() as $fact) {
			// A text was put there by this test, and others were here before.
			$expected = in_array($fact, [Fact::FileUploaded, Fact::AccountCreated], true);
			self::assertSame($expected, $this->facts()->holds('contract-in', $fact), $fact->value);
		}
	}

	public function testWhatWasEverDoneHolds(): void {
		foreach (array_filter(Fact::cases(), self::isHere(...)) as $fact) {
			$this->make('contract-in', $fact);
			self::assertTrue($this->facts()->holds('contract-in', $fact), $fact->value);
			self::assertFalse($this->facts()->holds('contract-nobody', $fact), $fact->value);
		}
	}

	public function testATextThatWasSharedAndThenWrittenInIsWrittenTogether(): void {
		$texts = $this->space->container->get(Texts::class);
		$nodes = $this->space->container->get(Nodes::class);
		$folder = $nodes->insert('contract-in', 'contract-in', 0, 'Ensemble', true);
		$nodes->place($nodes->path($this->texts['contract-in'])[0], $folder, 'texte.md');
		$write = fn (string $text): mixed => $texts->write('contract-in', $this->textOf('contract-in'), $text, $texts->read($this->textOf('contract-in'))['base']);
		$write('one');
		self::assertFalse($this->facts()->holds('contract-in', Fact::WrittenTogether));

		$this->space->container->get(Shares::class)->withMember($folder, 'contract-in', $this->account('contract-out'), true);
		self::assertFalse($this->facts()->holds('contract-in', Fact::WrittenTogether));

		$mark = $this->facts()->mark('contract-in', Fact::WrittenTogether);
		$write('two');
		self::assertTrue($this->facts()->holdsSince('contract-in', Fact::WrittenTogether, $mark));
	}

	public function testAnAnswerIsQuickAmongTwentyThousandFiles(): void {
		$this->space->container->get(Connection::class)->executeStatement("WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000) INSERT INTO nodes (owner, creator, parent, name, folder, size, changed_at) SELECT 'contract-in', 'contract-in', 0, 'file ' || i, 0, 1, 1 FROM n");
		foreach (Fact::cases() as $fact) {
			$begun = hrtime(true);
			$this->facts()->holds('contract-in', $fact);
			self::assertLessThan(50_000_000, hrtime(true) - $begun, $fact->value);
		}
	}

	/** @return \Closure(): void */
	private function node(string $userId, bool $folder): \Closure {
		$id = $this->space->container->get(Nodes::class)->insert($userId, $userId, 0, self::word(), $folder, 1);
		return $this->removal('nodes', $id);
	}

	/**
	 * What is shared is somebody else's, so that it is no file of the person.
	 *
	 * @param \Closure(Shares, int): int $share
	 * @return \Closure(): void
	 */
	private function share(string $userId, \Closure $share): \Closure {
		$shares = $this->space->container->get(Shares::class);
		$id = $share($shares, $this->foreign());
		return static function () use ($shares, $userId, $id): void {
			$shares->revoke($userId, $id);
		};
	}

	/** @return \Closure(): void */
	private function favorite(string $userId): \Closure {
		$favorites = $this->space->container->get(Favorites::class);
		$node = $this->foreign();
		$favorites->set($userId, $node, true);
		return static fn () => $favorites->set($userId, $node, false);
	}

	/** @return \Closure(): void */
	private function version(string $userId): \Closure {
		$this->space->container->get(Texts::class)->restore($userId, $this->textOf($userId), 1);
		return $this->noUndo();
	}

	/** @return \Closure(): void */
	private function trash(string $userId): \Closure {
		$nodes = $this->space->container->get(Nodes::class);
		$tree = $this->space->container->get(Tree::class);
		$id = $nodes->insert($userId, $userId, 0, self::word(), false, 1);
		$tree->trash($tree->reach($userId, $id));
		$tree->restore($userId, $id);
		$this->removal('nodes', $id)();
		return $this->noUndo();
	}

	/** @return \Closure(): void */
	private function writing(string $userId): \Closure {
		$texts = $this->space->container->get(Texts::class);
		$this->texts["$userId shared"] = $id = $this->text($userId);
		$other = $this->other($userId);
		$this->space->container->get(Shares::class)->withMember($id, $userId, $other, true);
		foreach ([$userId, $other->id] as $author) {
			$node = $this->textOf("$userId shared");
			$texts->write($author, $node, self::word(), $texts->read($node)['base']);
		}
		return $this->removal('nodes', $id);
	}

	/** @return \Closure(): void */
	private function calendar(Account $me, Fact $fact): \Closure {
		$calendars = $this->space->container->get(Calendars::class);
		$given = $calendars->of($me)[0]['id'];
		if ($fact === Fact::CalendarCreated) {
			return $this->removal('calendars', $calendars->create($me, self::word()));
		}
		if ($fact === Fact::CalendarShared) {
			foreach ($calendars->of($me)[0]['people'] as ['share' => $share]) {
				$calendars->unshare($me, $share);
			}
			return $this->removal('calendar_shares', $calendars->share($me, $given, $this->other($me->id), false));
		}
		return $this->removal('events', $this->space->container->get(Events::class)->create($given, self::word(), '2026-12-01', '', '', $fact === Fact::EventCreated ? null : 'weekly'));
	}

	/** @return \Closure(): void */
	private function contact(Account $me, Fact $fact): \Closure {
		$book = $this->space->container->get(AddressBook::class);
		$book->begin($me);
		$book->save($me, null, self::word(), '', '');
		if ($fact === Fact::ContactGroupCreated) {
			$book->saveGroup($me, null, self::word(), array_column($book->contacts($me), 'id'));
			return fn () => $book->deleteGroup($me, max(array_column($book->groups($me), 'id')));
		}
		return fn () => $book->delete($me, max(array_column($book->contacts($me), 'id')));
	}

	/** @return \Closure(): void */
	private function newAccount(): \Closure {
		$id = self::word();
		$this->space->container->get(Accounts::class)->add($id, $id, 'secret');
		return function () use ($id): void {
			$this->space->container->get(Connection::class)->delete('accounts', ['id' => $id]);
		};
	}

	/** @return \Closure(): void */
	private function setting(string $userId, Fact $fact): \Closure {
		$accounts = $this->space->container->get(Accounts::class);
		$personal = $this->space->container->get(Personal::class);
		match ($fact) {
			Fact::PictureSet => $personal->setPicture($userId, (string)base64_decode(self::PICTURE, true)),
			Fact::LanguageSet => $accounts->setLanguage($userId, 'fr'),
			Fact::SecondFactorOn => $personal->set($userId, 'second_factor', '1'),
			Fact::DeviceConnected => $personal->addDevice($userId, 'phone'),
			Fact::SecondAdmin => $accounts->setRole($userId, 'admin'),
			default => self::fail("the demo has nothing for $fact->value"),
		};
		return match ($fact) {
			Fact::PictureSet => static fn () => $personal->removePicture($userId),
			Fact::LanguageSet => static fn () => $personal->set($userId, 'language_chosen', ''),
			Fact::SecondFactorOn => static fn () => $personal->set($userId, 'second_factor', ''),
			Fact::DeviceConnected => static fn () => $personal->removeDevice($userId, $personal->devices($userId)[0]['id']),
			default => static fn () => $accounts->setRole($userId, 'member'),
		};
	}

	/** A text with a version that can be brought back. */
	private function text(string $person): int {
		$nodes = $this->space->container->get(Nodes::class);
		$id = $nodes->insert($person, $person, 0, 'texte.md', false);
		$this->space->container->get(Blobs::class)->write($id, '');
		$this->space->container->get(Versions::class)->keep($nodes->path($id)[0]);
		$this->space->container->get(Blobs::class)->write($id, '');
		return $id;
	}

	private function textOf(string $person): Node {
		$path = $this->space->container->get(Nodes::class)->path($this->texts[$person] ??= $this->text($person));
		return $path[count($path) - 1];
	}

	private function foreign(): int {
		return $this->space->container->get(Nodes::class)->insert('contract-third', 'contract-third', 0, self::word(), false, 1);
	}

	/** @return \Closure(): void */
	private function removal(string $table, int $id): \Closure {
		return function () use ($table, $id): void {
			$this->space->container->get(Connection::class)->delete($table, ['id' => $id]);
		};
	}

	/** What was brought back stays so. */
	private function noUndo(): \Closure {
		return static function (): void {
		};
	}

	private static function word(): string {
		return bin2hex(random_bytes(6));
	}

	private function other(string $userId): Account {
		return $this->account($userId === 'contract-in' ? 'contract-out' : 'contract-in');
	}

	private function account(string $id): Account {
		return $this->space->container->get(Accounts::class)->find($id) ?? self::fail("$id is not here");
	}
}
