<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Port;

use OCA\Compagnon\Error\Unavailable;

/**
 * What the space is made of, counted. What nobody made, as the files that an account begins with, is not in it; neither is
 * anything of members who do not want to be counted, whose ids are given. A part of the platform that is not here counts as
 * none. Nothing here takes much longer than two seconds.
 */
interface SpaceMeasures {
	/**
	 * @param list<string> $without ids of members
	 * @return int accounts that somebody can log in to
	 * @throws Unavailable when it cannot be told, or not in time
	 */
	public function accounts(array $without): int;

	/**
	 * @param int $since UTC seconds
	 * @param list<string> $without ids of members
	 * @return int those of the accounts that somebody came with since then
	 * @throws Unavailable when it cannot be told, or not in time
	 */
	public function active(int $since, array $without): int;

	/**
	 * @return ?int UTC seconds, when the space was set up; null when nobody wrote it down
	 * @throws Unavailable when it cannot be told, or not in time
	 */
	public function begun(): ?int;

	/**
	 * @param list<string> $without ids of members
	 * @return int bytes of the files of members and teams, without bins and older versions
	 * @throws Unavailable when it cannot be told, or not in time
	 */
	public function bytes(array $without): int;

	/**
	 * @param list<string> $without ids of members
	 * @param int $most where counting may end
	 * @return int files of members and teams, without folders, bins and older versions
	 * @throws Unavailable when it cannot be told, or not in time
	 */
	public function files(array $without, int $most): int;

	/**
	 * @param list<string> $asked ids of apps
	 * @return list<string> those of them that somebody here can use; others are not looked at
	 * @throws Unavailable when it cannot be told, or not in time
	 */
	public function apps(array $asked): array;

	/**
	 * @param list<string> $without ids of members
	 * @return int groups that somebody is in, beside those who look after the space
	 * @throws Unavailable when it cannot be told, or not in time
	 */
	public function groups(array $without): int;

	/**
	 * @param list<string> $without ids of members
	 * @return int files and folders that members share with members, groups and teams
	 * @throws Unavailable when it cannot be told, or not in time
	 */
	public function shares(array $without): int;

	/**
	 * @param list<string> $without ids of members
	 * @return int links that anybody can open who has them
	 * @throws Unavailable when it cannot be told, or not in time
	 */
	public function links(array $without): int;

	/**
	 * @param list<string> $without ids of members
	 * @return int accounts of people from outside
	 * @throws Unavailable when it cannot be told, or not in time
	 */
	public function guests(array $without): int;

	/**
	 * @param int $since UTC seconds
	 * @param list<string> $without ids of members
	 * @return int accounts that came with an app on a phone or a computer since then
	 * @throws Unavailable when it cannot be told, or not in time
	 */
	public function withClient(int $since, array $without): int;
}
