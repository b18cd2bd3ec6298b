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

/** Dates and cards that apps make for somebody who comes for the first time, told from those of the person. Only ever read. */
final readonly class FirstRows {
	/** The server names its example after 32 random letters and digits; apps use longer names with dashes. */
	private const EXAMPLE_EVENT = '/^[A-Za-z0-9]{32}\.ics$/';
	/** The cards of the board that Deck makes all come at once. Nobody writes so many so fast. */
	private const CARDS_AT_ONCE = 4;
	private const AT_ONCE_SECONDS = 10;
	private const CARDS = 50;

	public function __construct(
		private IDBConnection $connection,
	) {
	}

	/** There is one example at most. */
	public function isThereAnOwnEvent(IUser $user): bool {
		$query = $this->connection->getQueryBuilder();
		$query->selectAlias('o.uri', 'name')
			->selectAlias('c.uri', 'calendar')
			->from('calendarobjects', 'o')
			->innerJoin('o', 'calendars', 'c', 'o.calendarid = c.id')
			->where(
				$query->expr()->eq('c.principaluri', $query->createNamedParameter('principals/users/' . $user->getUID())),
				$query->expr()->neq('c.uri', $query->createNamedParameter('contact_birthdays')),
				$query->expr()->eq('o.calendartype', $query->createNamedParameter(0, IQueryBuilder::PARAM_INT)),
				$query->expr()->eq('o.componenttype', $query->createNamedParameter('VEVENT')),
			)
			->setMaxResults(2);
		$rows = $this->rows($query);
		return count($rows) === 2
			|| ($rows !== [] && !($rows[0]['calendar'] === 'personal' && preg_match(self::EXAMPLE_EVENT, self::text($rows[0]['name'])) === 1));
	}

	public function isThereAnOwnCard(IUser $user): bool {
		$query = $this->connection->getQueryBuilder();
		$query->select('t.id', 't.created_at', 's.board_id')
			->from('deck_cards', 't')
			->innerJoin('t', 'deck_stacks', 's', 't.stack_id = s.id')
			->where($query->expr()->eq('t.owner', $query->createNamedParameter($user->getUID())))
			->orderBy('t.id')
			->setMaxResults(self::CARDS);
		$rows = $this->rows($query);
		$first = array_filter($rows, static fn (array $row): bool => $row['board_id'] === $rows[0]['board_id']
			&& abs(self::number($row['created_at']) - self::number($rows[0]['created_at'])) <= self::AT_ONCE_SECONDS);
		return count($rows) > (count($first) >= self::CARDS_AT_ONCE ? count($first) : 0);
	}

	/** @return list<array<array-key, mixed>> */
	private function rows(IQueryBuilder $query): array {
		$result = $query->executeQuery();
		$rows = $result->fetchAll();
		$result->closeCursor();
		return array_values(array_filter($rows, is_array(...)));
	}

	private static function text(mixed $value): string {
		return is_string($value) ? $value : '';
	}

	private static function number(mixed $value): int {
		return is_numeric($value) ? (int)$value : 0;
	}
}
