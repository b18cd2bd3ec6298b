<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Nextcloud\Facts;

use OCA\Compagnon\Tour\Fact;
use OCP\App\IAppManager;
use OCP\DB\QueryBuilder\IQueryBuilder;
use OCP\IDBConnection;
use OCP\IUser;

/**
 * What a person made in apps that have no public interface for it: the highest id in the app's own table, only ever read.
 * The query builder quotes names, and one of the columns is called "user", which PostgreSQL would take for a function.
 */
final readonly class AppRows {
	/** Filled by the server from the dates in contacts. */
	private const BIRTHDAYS = 'contact_birthdays';
	/** Made by the server when somebody comes for the first time. */
	private const FIRST_CALENDAR = 'personal';
	/** Under this name the server writes its example; what apps write ends in ".vcf". */
	private const EXAMPLE_CONTACT = 'default';
	/** An app on a phone or a computer; a browser has another type. */
	private const LASTING = 1;
	/** Of a share of a calendar: to write in, to read, and a link for everybody. One that was turned down is none. */
	private const SHARED = [2, 3, 4];
	/** What Talk makes by itself, or for a file or a part of another conversation. */
	private const NO_CONVERSATIONS = ['sample', 'note_to_self', 'file', 'share:password', 'room'];
	private const OWNER = 1;
	private const GROUP_OR_PUBLIC = [2, 3];

	public function __construct(
		private IDBConnection $connection,
		private IAppManager $apps,
	) {
	}

	public function of(IUser $user, Fact $fact): HighestId {
		if (!$this->isHere($user, $fact)) {
			return new HighestId(0);
		}
		$result = $this->query($fact, $user->getUID())->executeQuery();
		$id = $result->fetchOne();
		$result->closeCursor();
		return new HighestId(is_numeric($id) ? (int)$id : 0);
	}

	/** The table of an app that was never enabled is not there, and PostgreSQL aborts a transaction that asks for it. */
	public function isHere(IUser $user, Fact $fact): bool {
		return $this->apps->isEnabledForUser(self::app($fact), $user);
	}

	/** @return string the app that has the table; calendars and contacts are kept by the server itself */
	private static function app(Fact $fact): string {
		return match ($fact) {
			Fact::AlbumCreated => 'photos',
			Fact::CardCreated => 'deck',
			Fact::MessageSent, Fact::ConversationCreated => 'spreed',
			Fact::PageCreated => 'collectives',
			default => 'dav',
		};
	}

	private function query(Fact $fact, string $userId): IQueryBuilder {
		$owner = "principals/users/$userId";
		return match ($fact) {
			Fact::CalendarCreated => self::without($this->newest('id', 'calendars', ['t.principaluri' => $owner]), 't.uri', self::BIRTHDAYS, self::FIRST_CALENDAR),
			// Objects of another type are copies of calendars that the person follows.
			Fact::EventCreated => self::without($this->newest('id', 'calendarobjects', ['c.principaluri' => $owner, 't.calendartype' => 0, 't.componenttype' => 'VEVENT'])
				->innerJoin('t', 'calendars', 'c', 't.calendarid = c.id'), 'c.uri', self::BIRTHDAYS),
			Fact::CalendarShared => $this->among('t.access', self::SHARED, $this->newest('id', 'dav_shares', ['t.type' => 'calendar', 'c.principaluri' => $owner])
				->innerJoin('t', 'calendars', 'c', 't.resourceid = c.id')),
			Fact::ContactCreated => self::without($this->newest('id', 'cards', ['a.principaluri' => $owner])
				->innerJoin('t', 'addressbooks', 'a', 't.addressbookid = a.id'), 't.uri', self::EXAMPLE_CONTACT),
			Fact::DeviceConnected => $this->newest('id', 'authtoken', ['t.uid' => $userId, 't.type' => self::LASTING]),
			Fact::PageCreated => $this->pages($userId),
			Fact::ConversationCreated => self::without($this->among('t.type', self::GROUP_OR_PUBLIC, $this->newest('id', 'talk_rooms', ['a.actor_type' => 'users', 'a.actor_id' => $userId, 'a.participant_type' => self::OWNER])
				->innerJoin('t', 'talk_attendees', 'a', 'a.room_id = t.id')), 't.object_type', ...self::NO_CONVERSATIONS),
			Fact::AlbumCreated => $this->newest('album_id', 'photos_albums', ['t.user' => $userId]),
			Fact::CardCreated => $this->newest('id', 'deck_cards', ['t.owner' => $userId]),
			Fact::MessageSent => $this->newest('id', 'comments', ['t.actor_type' => 'users', 't.actor_id' => $userId, 't.object_type' => 'chat', 't.verb' => 'comment']),
			default => throw new \LogicException("no table tells of $fact->value"),
		};
	}

	/** @param array<string, string|int> $where column to value */
	private function newest(string $id, string $table, array $where): IQueryBuilder {
		$query = $this->connection->getQueryBuilder();
		$query->select($query->func()->max("t.$id"))->from($table, 't');
		foreach ($where as $column => $value) {
			$type = is_int($value) ? IQueryBuilder::PARAM_INT : IQueryBuilder::PARAM_STR;
			$query->andWhere($query->expr()->eq($column, $query->createNamedParameter($value, $type)));
		}
		return $query;
	}

	/** The first page of a collective comes with it, and a template is none; both are files in a folder of the app. */
	private function pages(string $userId): IQueryBuilder {
		$query = $this->newest('id', 'collectives_pages', ['t.last_user_id' => $userId])
			->innerJoin('t', 'filecache', 'f', 't.file_id = f.fileid')
			->innerJoin('f', 'filecache', 'd', 'f.parent = d.fileid')
			->innerJoin('d', 'filecache', 'r', 'd.parent = r.fileid');
		return $query->andWhere(
			$query->expr()->orX(
				$query->expr()->neq('f.name', $query->createNamedParameter('Readme.md')),
				$query->expr()->neq('r.name', $query->createNamedParameter('collectives')),
			),
			$query->expr()->notLike('f.path', $query->createNamedParameter('%/.templates/%')),
		);
	}

	/** @param list<int> $values */
	private function among(string $column, array $values, IQueryBuilder $query): IQueryBuilder {
		return $query->andWhere($query->expr()->in($column, $query->createNamedParameter($values, IQueryBuilder::PARAM_INT_ARRAY)));
	}

	private static function without(IQueryBuilder $query, string $column, string ...$values): IQueryBuilder {
		foreach ($values as $value) {
			$query->andWhere($query->expr()->neq($column, $query->createNamedParameter($value)));
		}
		return $query;
	}
}
