<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Demo\Calendar;

use Doctrine\DBAL\ArrayParameterType;
use Doctrine\DBAL\Connection;
use OCA\Compagnon\Demo\Files\Refused;

/**
 * What happens when, by the clock on the wall: the demo knows no time zones.
 *
 * @phpstan-type Event array{id: int, calendar: int, title: string, day: string, time: string, place: string, repeats: ?string}
 */
final readonly class Events {
	public const REPEATS = ['weekly' => '+1 week', 'monthly' => '+1 month', 'yearly' => '+1 year'];

	public function __construct(
		private Connection $connection,
	) {
	}

	/**
	 * @param list<int> $calendars
	 * @param string $month "2026-11"
	 * @return list<Event> each day on which something happens, in their order
	 */
	public function in(array $calendars, string $month): array {
		$rows = $this->connection->fetchAllAssociative(
			"SELECT id, calendar, title, day, time, place, repeats FROM events WHERE calendar IN (?) AND day < ? AND (repeats IS NOT NULL OR day LIKE ?)",
			[$calendars, "$month-32", "$month-%"],
			[ArrayParameterType::INTEGER],
		);
		$events = [];
		foreach ($rows as $row) {
			$event = self::hydrate($row);
			foreach (self::days($event['day'], $event['repeats'], $month) as $day) {
				$events[] = ['day' => $day] + $event;
			}
		}
		usort($events, static fn (array $a, array $b): int => [$a['day'], $a['time'], $a['id']] <=> [$b['day'], $b['time'], $b['id']]);
		return $events;
	}

	/** @param key-of<self::REPEATS>|null $repeats */
	public function create(int $calendar, string $title, string $day, string $time, string $place, ?string $repeats): int {
		$this->connection->insert('events', ['calendar' => $calendar, 'title' => $title, 'day' => $day, 'time' => $time, 'place' => $place, 'repeats' => $repeats, 'given' => 0]);
		return (int)$this->connection->lastInsertId();
	}

	public function calendarOf(int $id): int {
		$calendar = $this->connection->fetchOne('SELECT calendar FROM events WHERE id = ?', [$id]);
		return is_int($calendar) ? $calendar : throw Refused::gone();
	}

	public function delete(int $id): void {
		$this->connection->delete('events', ['id' => $id]);
	}

	/** @return list<string> the days of the month on which it is */
	private static function days(string $first, ?string $repeats, string $month): array {
		if ($repeats === null || !isset(self::REPEATS[$repeats])) {
			return [$first];
		}
		$days = [];
		$begin = new \DateTimeImmutable($first);
		$last = new \DateTimeImmutable("$month-01 +1 month");
		[$count, $unit] = sscanf(self::REPEATS[$repeats], '+%d %s') ?? [1, 'week'];
		for ($times = 0, $day = $begin; $day < $last; $times++, $day = $begin->modify('+' . (int)$count * $times . " $unit")) {
			// What is on the 31st is left out where a month is shorter, as calendars do.
			if ($day->format('Y-m') === $month && ($repeats === 'weekly' || $day->format('d') === $begin->format('d'))) {
				$days[] = $day->format('Y-m-d');
			}
		}
		return array_values(array_unique($days));
	}

	/**
	 * @param array<string, mixed> $row
	 * @return Event
	 */
	private static function hydrate(array $row): array {
		$text = static fn (string $key): string => is_string($row[$key]) ? $row[$key] : '';
		$int = static fn (string $key): int => is_numeric($row[$key]) ? (int)$row[$key] : 0;
		return [
			'id' => $int('id'),
			'calendar' => $int('calendar'),
			'title' => $text('title'),
			'day' => $text('day'),
			'time' => $text('time'),
			'place' => $text('place'),
			'repeats' => $row['repeats'] === null ? null : $text('repeats'),
		];
	}
}
