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

	public function __construct(
		private IDBConnection $connection,
		private IAppManager $apps,
	) {
	}

	public function of(IUser $user, Fact $fact): HighestId {
		// The table of an app that was never enabled is not there, and PostgreSQL aborts a transaction that asks for it.
		if (!$this->apps->isEnabledForUser(self::app($fact), $user)) {
			return new HighestId(0);
		}
		$result = $this->query($fact, $user->getUID())->executeQuery();
		$id = $result->fetchOne();
		$result->closeCursor();
		return new HighestId(is_numeric($id) ? (int)$id : 0);
	}

	/** @return string the app that has the table; calendars and contacts are kept by the server itself */
	private static function app(Fact $fact): string {
		return match ($fact) {
			Fact::AlbumCreated => 'photos',
			Fact::CardCreated => 'deck',
			Fact::MessageSent => 'spreed',
			default => 'dav',
		};
	}

	private function query(Fact $fact, string $userId): IQueryBuilder {
		$owner = "principals/users/$userId";
		return match ($fact) {
			Fact::CalendarCreated => self::without($this->newest('id', 'calendars', ['t.principaluri' => $owner]), 't.uri', self::BIRTHDAYS),
			// Objects of another type are copies of calendars that the person follows.
			Fact::EventCreated => self::without($this->newest('id', 'calendarobjects', ['c.principaluri' => $owner, 't.calendartype' => 0, 't.componenttype' => 'VEVENT'])
				->innerJoin('t', 'calendars', 'c', 't.calendarid = c.id'), 'c.uri', self::BIRTHDAYS),
			Fact::ContactCreated => $this->newest('id', 'cards', ['a.principaluri' => $owner])
				->innerJoin('t', 'addressbooks', 'a', 't.addressbookid = a.id'),
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

	private static function without(IQueryBuilder $query, string $column, string $value): IQueryBuilder {
		return $query->andWhere($query->expr()->neq($column, $query->createNamedParameter($value)));
	}
}
