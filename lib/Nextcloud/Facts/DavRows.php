<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Nextcloud\Facts;

use OCP\DB\QueryBuilder\IQueryBuilder;
use OCP\IDBConnection;
use OCP\IUser;

/** Of calendars and contacts, what no id tells of: dates that come again and again, and groups of contacts. Only ever read. */
final readonly class DavRows {
	/** Dates that go on for longer than a day, the last changed ones first: among them are those that come again. */
	private const LONGEST = 300;
	private const DAY = 86_400;
	private const GROUPS = 1_000;

	public function __construct(
		private IDBConnection $connection,
	) {
	}

	/** An older date that is made to come again counts. */
	public function recurringEvents(IUser $user): Collection {
		$query = $this->connection->getQueryBuilder();
		$query->select('o.id', 'o.calendardata')
			->from('calendarobjects', 'o')
			->innerJoin('o', 'calendars', 'c', 'o.calendarid = c.id')
			->where(
				$query->expr()->eq('c.principaluri', $query->createNamedParameter(self::principal($user))),
				$query->expr()->neq('c.uri', $query->createNamedParameter('contact_birthdays')),
				$query->expr()->eq('o.calendartype', $query->createNamedParameter(0, IQueryBuilder::PARAM_INT)),
				$query->expr()->eq('o.componenttype', $query->createNamedParameter('VEVENT')),
				$query->expr()->gt('o.lastoccurence', $query->func()->add('o.firstoccurence', $query->createNamedParameter(self::DAY, IQueryBuilder::PARAM_INT))),
			)
			->orderBy('o.lastmodified', 'DESC')
			->addOrderBy('o.id', 'DESC')
			->setMaxResults(self::LONGEST);
		$ids = [];
		foreach ($this->rows($query) as $row) {
			$data = $row['calendardata'] ?? '';
			// One database gives the text, another one a stream of it.
			$text = is_resource($data) ? (string)stream_get_contents($data) : (is_string($data) ? $data : '');
			if (is_numeric($row['id'] ?? null) && preg_match('/^RRULE[:;]/mi', $text) === 1) {
				$ids[] = (int)$row['id'];
			}
		}
		return Collection::of($ids);
	}

	/** By their names, which is all that there is of them. */
	public function contactGroups(IUser $user): Collection {
		$query = $this->connection->getQueryBuilder();
		$query->selectDistinct('p.value')
			->from('cards_properties', 'p')
			->innerJoin('p', 'addressbooks', 'a', 'p.addressbookid = a.id')
			->where(
				$query->expr()->eq('a.principaluri', $query->createNamedParameter(self::principal($user))),
				$query->expr()->eq('p.name', $query->createNamedParameter('CATEGORIES')),
			)
			->setMaxResults(self::GROUPS);
		$names = [];
		foreach ($this->rows($query) as $row) {
			// A contact that is in several groups has them in one line.
			$names = [...$names, ...explode(',', is_string($row['value'] ?? null) ? $row['value'] : '')];
		}
		return Collection::of(array_values(array_unique(array_filter(array_map(trim(...), $names), static fn (string $name): bool => $name !== ''))));
	}

	private static function principal(IUser $user): string {
		return 'principals/users/' . $user->getUID();
	}

	/** @return list<array<array-key, mixed>> */
	private function rows(IQueryBuilder $query): array {
		$result = $query->executeQuery();
		$rows = $result->fetchAll();
		$result->closeCursor();
		return array_values(array_filter($rows, is_array(...)));
	}
}
