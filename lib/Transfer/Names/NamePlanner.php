<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Names;

use OCA\Compagnon\Port\NameRules;

/**
 * Gives what comes into one folder its names before anything is written: names that the space takes as they are, no two
 * the same, and the same ones again for the same things in the same order.
 *
 * @phpstan-type Wanted array{key: string, name: string, isFolder: bool}
 */
final readonly class NamePlanner {
	/** Characters that a folder leaves for what lies in it, where it can. */
	private const FOR_CONTENT = 255;
	private const LEAST_FOLDER = 32;
	/** With less, a name says nothing any more. */
	private const LEAST = 16;

	private NameCutter $cutter;
	private NameCleaner $cleaner;

	public function __construct(
		private NameRules $rules,
	) {
		$this->cutter = new NameCutter($rules);
		$this->cleaner = new NameCleaner($rules, $this->cutter);
	}

	/**
	 * @param list<Wanted> $names in an order that stays the same
	 * @param list<string> $taken names in the target folder that these may not get
	 * @param int $pathLength characters of the target folder's path from the person's home
	 * @param bool $safeNames whether every computer has to be able to have them, side by side
	 * @return array<string, PlannedName> by key, in the same order
	 */
	public function plan(array $names, array $taken, int $pathLength, bool $safeNames): array {
		$set = new CollisionSet($safeNames);
		foreach ($taken as $name) {
			$set->add($name);
		}
		$plan = [];
		$twins = [];
		foreach ($names as $wanted) {
			$room = $this->room($pathLength, $wanted['isFolder']);
			$clean = $this->cleaner->clean($wanted['name'], $wanted['isFolder'], max($room, self::LEAST), $safeNames);
			$plan[$wanted['key']] = $room < self::LEAST ? new PlannedName($clean->name, [...$clean->reasons, RenameReason::NoRoomInPath]) : $clean;
			if (!$set->add($clean->name)) {
				$twins[] = $wanted;
			}
		}
		return $this->apart($twins, $plan, $set, $pathLength);
	}

	/**
	 * Those that came second. What is called "a (2)" at the source keeps that name: numbers are given when all have come.
	 *
	 * @param list<Wanted> $twins
	 * @param array<string, PlannedName> $plan
	 * @return array<string, PlannedName>
	 */
	private function apart(array $twins, array $plan, CollisionSet $set, int $pathLength): array {
		$pattern = $this->rules->allows('_ (2)') ? ' (%d)' : '_%d';
		$numbers = [];
		foreach ($twins as $wanted) {
			$planned = $plan[$wanted['key']];
			$characters = max($this->room($pathLength, $wanted['isFolder']), self::LEAST);
			$base = $this->rules->allows($this->cutter->with(sprintf($pattern, 2), $planned->name, $wanted['isFolder'], $characters)) ? $planned->name : '_';
			$key = $set->key($base) . ($wanted['isFolder'] ? '/' : '');
			$number = $numbers[$key] ?? 2;
			do {
				$name = $this->cutter->with(sprintf($pattern, $number++), $base, $wanted['isFolder'], $characters);
			} while (!$set->add($name));
			$numbers[$key] = $number;
			$plan[$wanted['key']] = new PlannedName($name, [...$planned->reasons, RenameReason::Taken]);
		}
		return $plan;
	}

	/** @return int characters that a name may have there */
	private function room(int $pathLength, bool $isFolder): int {
		$left = $this->rules->maxPath() - $pathLength - 1;
		return $isFolder ? max($left - self::FOR_CONTENT, min($left, self::LEAST_FOLDER)) : $left;
	}
}
