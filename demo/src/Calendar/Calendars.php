<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Demo\Calendar;

use Doctrine\DBAL\Connection;
use OCA\Compagnon\Demo\Account\Account;
use OCA\Compagnon\Demo\Files\Refused;

/**
 * Calendars of one's own and those that others share. Each account comes with one, and with one event in it.
 *
 * @phpstan-type Person array{share: int, id: string, name: string, editable: bool}
 * @phpstan-type Calendar array{id: int, name: string, owner: ?string, editable: bool, people: list<Person>}
 */
final readonly class Calendars {
	private const GIVEN = [
		'fr' => ['Personnel', 'Découvrir l’agenda', 'Ici : cet événement d’exemple est arrivé avec le compte'],
		'en' => ['Personal', 'Have a look at the calendar', 'Here: this example event came with the account'],
	];

	public function __construct(
		private Connection $connection,
	) {
	}

	/** @return list<Calendar> one's own first */
	public function of(Account $me): array {
		$this->begin($me);
		$rows = $this->connection->fetchAllAssociative(
			'SELECT calendars.id, calendars.name, owner, accounts.name AS owner_name, editable FROM calendars
				JOIN accounts ON accounts.id = owner
				LEFT JOIN calendar_shares ON calendar_shares.calendar = calendars.id AND member = ?
				WHERE owner = ? OR member IS NOT NULL ORDER BY owner <> ?, calendars.id',
			[$me->id, $me->id, $me->id],
		);
		return array_map(fn (array $row): array => [
			'id' => self::int($row['id']),
			'name' => self::text($row['name']),
			'owner' => $row['owner'] === $me->id ? null : self::text($row['owner_name']),
			'editable' => $row['owner'] === $me->id || self::int($row['editable']) === 1,
			'people' => $row['owner'] === $me->id ? $this->people(self::int($row['id'])) : [],
		], $rows);
	}

	public function create(Account $me, string $name): int {
		$this->begin($me);
		return $this->insert('calendars', ['owner' => $me->id, 'name' => $name, 'given' => 0]);
	}

	/** With all that is in it. */
	public function delete(Account $me, int $id): void {
		if ($this->connection->delete('calendars', ['id' => $this->own($me, $id)]) === 0) {
			throw Refused::gone();
		}
	}

	/** @throws Refused when it is not one's own, or they see it already */
	public function share(Account $me, int $id, Account $member, bool $editable): int {
		$this->own($me, $id);
		if ($this->connection->fetchOne('SELECT 1 FROM calendar_shares WHERE calendar = ? AND member = ?', [$id, $member->id]) !== false) {
			throw new Refused(409, 'error.sharedTwice', 'member');
		}
		return $this->insert('calendar_shares', ['calendar' => $id, 'creator' => $me->id, 'member' => $member->id, 'editable' => $editable ? 1 : 0]);
	}

	public function unshare(Account $me, int $share): void {
		if ($this->connection->delete('calendar_shares', ['id' => $share, 'creator' => $me->id]) === 0) {
			throw Refused::gone();
		}
	}

	/** @throws Refused when the person may put nothing there */
	public function writable(Account $me, int $id): int {
		foreach ($this->of($me) as $calendar) {
			if ($calendar['id'] === $id) {
				return $calendar['editable'] ? $id : throw new Refused(403, 'error.readOnlyCalendar', 'calendar');
			}
		}
		throw Refused::gone();
	}

	private function begin(Account $me): void {
		if ($this->connection->fetchOne('SELECT 1 FROM calendars WHERE owner = ? AND given = 1', [$me->id]) !== false) {
			return;
		}
		[$name, $event, $place] = self::GIVEN[$me->language === 'en' ? 'en' : 'fr'];
		$this->connection->transactional(function () use ($me, $name, $event, $place): void {
			$id = $this->insert('calendars', ['owner' => $me->id, 'name' => $name, 'given' => 1]);
			$this->insert('events', ['calendar' => $id, 'title' => $event, 'day' => gmdate('Y-m-d'), 'time' => '', 'place' => $place, 'repeats' => null, 'given' => 1]);
		});
	}

	/** @return list<Person> */
	private function people(int $calendar): array {
		$rows = $this->connection->fetchAllAssociative('SELECT calendar_shares.id, member, name, editable FROM calendar_shares JOIN accounts ON accounts.id = member WHERE calendar = ? ORDER BY calendar_shares.id', [$calendar]);
		return array_map(static fn (array $row): array => ['share' => self::int($row['id']), 'id' => self::text($row['member']), 'name' => self::text($row['name']), 'editable' => self::int($row['editable']) === 1], $rows);
	}

	private function own(Account $me, int $id): int {
		return $this->connection->fetchOne('SELECT 1 FROM calendars WHERE id = ? AND owner = ?', [$id, $me->id]) === false ? throw Refused::gone() : $id;
	}

	/** @param array<string, int|string|null> $row */
	private function insert(string $table, array $row): int {
		$this->connection->insert($table, $row);
		return (int)$this->connection->lastInsertId();
	}

	private static function int(mixed $value): int {
		return is_numeric($value) ? (int)$value : 0;
	}

	private static function text(mixed $value): string {
		return is_string($value) ? $value : '';
	}
}
