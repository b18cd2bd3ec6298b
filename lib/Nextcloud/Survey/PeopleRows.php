<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Nextcloud\Survey;

use OCA\Compagnon\Error\Unavailable;
use OCA\Compagnon\Port\Database;
use OCP\App\IAppManager;
use OCP\IUserManager;
use OCP\Share\IShare;

/** Accounts, and what belongs to them in tables of the server and of the app Guests. There is no public interface for most of it. */
final readonly class PeopleRows {
	private const DISABLED = "SELECT userid FROM *PREFIX*preferences WHERE appid = 'core' AND configkey = 'enabled' AND configvalue = 'false'";
	private const ADMINS = 'admin';

	/** Copies that members of a group keep of its share are of another type. */
	private const MEMBERS = [IShare::TYPE_USER, IShare::TYPE_GROUP, IShare::TYPE_CIRCLE, IShare::TYPE_ROOM];

	/** How the apps for phones and computers name themselves: the patterns of OCP\IRequest, and DAVx5. */
	private const CLIENTS = ['%mirall/%', '%csyncoc/%', '%nextcloud-android/%', '%nextcloud-ios/%', '%nextcloud-talk%', '%davx5/%'];

	public function __construct(
		private Database $database,
		private IUserManager $users,
		private IAppManager $apps,
	) {
	}

	/**
	 * @param list<string> $without
	 * @throws Unavailable
	 */
	public function accounts(array $without): int {
		// Of a directory only those who have been here: it may know everybody of a whole town.
		$all = $this->users->countUsersTotal(onlyMappedUsers: true);
		if ($all === false) {
			throw Unavailable::database(new \RuntimeException('The accounts cannot be counted'));
		}
		$left = Listed::of('w', $without);
		$gone = $this->count('SELECT COUNT(*) AS many FROM *PREFIX*preferences WHERE appid = \'core\' AND configkey = \'enabled\' AND configvalue = \'false\'' . $left->without('userid'), $left->values);
		return max(0, $all - $gone - count(array_filter($without, $this->users->userExists(...))));
	}

	/** @param list<string> $without */
	public function active(int $since, array $without): int {
		$left = Listed::of('w', $without);
		// The column is text, but seconds have had ten digits since 2001: they can be compared without being converted.
		return $this->count(
			"SELECT COUNT(*) AS many FROM *PREFIX*preferences WHERE appid = 'login' AND configkey = 'lastLogin' AND LENGTH(configvalue) = 10 AND configvalue >= :since"
			. ' AND userid NOT IN (' . self::DISABLED . ')' . $left->without('userid'),
			['since' => (string)$since] + $left->values,
		);
	}

	/** @param list<string> $without */
	public function groups(array $without): int {
		$left = Listed::of('w', $without);
		return $this->count('SELECT COUNT(DISTINCT gid) AS many FROM *PREFIX*group_user WHERE gid <> :admins' . $left->without('uid'), ['admins' => self::ADMINS] + $left->values);
	}

	/** @param list<string> $without */
	public function shares(array $without): int {
		return $this->sharesOf(self::MEMBERS, $without);
	}

	/** @param list<string> $without */
	public function links(array $without): int {
		return $this->sharesOf([IShare::TYPE_LINK], $without);
	}

	/** @param list<string> $without */
	public function guests(array $without): int {
		// Without the app nobody from outside has an account; its table may be there all the same, or never have been.
		if (!$this->apps->isEnabledForAnyone('guests')) {
			return 0;
		}
		$left = Listed::of('w', $without);
		return $this->count('SELECT COUNT(*) AS many FROM *PREFIX*guests_users WHERE 1 = 1' . $left->without('uid'), $left->values);
	}

	/** @param list<string> $without */
	public function withClient(int $since, array $without): int {
		$left = Listed::of('w', $without);
		$clients = Listed::of('c', self::CLIENTS);
		$names = implode(' OR ', array_map(static fn (string $name): string => "LOWER(name) LIKE :$name", array_keys($clients->values)));
		return $this->count(
			"SELECT COUNT(DISTINCT uid) AS many FROM *PREFIX*authtoken WHERE last_activity >= :since AND ($names)" . $left->without('uid'),
			['since' => $since] + $clients->values + $left->values,
		);
	}

	/**
	 * @param non-empty-list<int> $types
	 * @param list<string> $without
	 */
	private function sharesOf(array $types, array $without): int {
		$owners = Listed::of('o', $without);
		$makers = Listed::of('m', $without);
		return $this->count(
			'SELECT COUNT(*) AS many FROM *PREFIX*share WHERE share_type IN (' . implode(', ', $types) . ") AND item_type IN ('file', 'folder')"
			. $owners->without('uid_owner') . $makers->without('uid_initiator'),
			$owners->values + $makers->values,
		);
	}

	/** @param array<string, string|int> $values */
	private function count(string $sql, array $values): int {
		return (int)$this->database->query($sql, $values)[0]['many'];
	}
}
