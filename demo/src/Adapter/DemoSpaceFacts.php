<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Demo\Adapter;

use Doctrine\DBAL\Connection;
use OCA\Compagnon\Demo\Account\Accounts;
use OCA\Compagnon\Demo\Account\Deeds;
use OCA\Compagnon\Port\SpaceFacts;
use OCA\Compagnon\Tour\Fact;

/**
 * What the demo has no page for never holds here. Ids only grow, so the highest one is a mark. As on the server, only the
 * person's own home, calendars and contacts count, and nothing that came with the account.
 */
final readonly class DemoSpaceFacts implements SpaceFacts {
	/** A text where somebody else wrote, or that was shared, itself or a folder above, before it was written in last. */
	private const WRITTEN_TOGETHER = 'SELECT MAX(writings.id) FROM writings JOIN nodes ON nodes.id = node WHERE owner = ? AND (
		EXISTS (SELECT 1 FROM writings AS other WHERE other.node = writings.node AND other.author <> nodes.owner)
		OR EXISTS (
			WITH RECURSIVE up (id) AS (SELECT writings.node UNION ALL SELECT parent FROM nodes AS below JOIN up ON below.id = up.id)
			SELECT 1 FROM shares JOIN up ON up.id = shares.node WHERE member IS NOT NULL AND shared_at < writings.at
		))';
	private const EVENTS = 'SELECT MAX(events.id) FROM events JOIN calendars ON calendars.id = calendar WHERE owner = ? AND events.given = 0';
	private const LINKS = 'SELECT MAX(id) FROM shares WHERE creator = ? AND token IS NOT NULL';
	private const DEEDS = 'SELECT MAX(id) FROM deeds WHERE account = ? AND fact = ?';

	public function __construct(
		private Connection $connection,
		private Accounts $accounts,
	) {
	}

	#[\Override]
	public function mark(string $userId, Fact $fact): string {
		return (string)$this->highest($userId, $fact);
	}

	#[\Override]
	public function holdsSince(string $userId, Fact $fact, string $mark): bool {
		return $this->highest($userId, $fact) > ($fact->isState() ? 0 : (int)$mark);
	}

	#[\Override]
	public function holds(string $userId, Fact $fact): bool {
		return $fact === Fact::AccountCreated
			// The first account is that of whoever began the space.
			? $this->accounts->find($userId) !== null && $this->number('SELECT COUNT(*) - 1 FROM accounts', []) > 0
			: $this->highest($userId, $fact) > 0;
	}

	/** @return int grows with each deed; of a state, whether it is so */
	private function highest(string $userId, Fact $fact): int {
		if ($this->accounts->find($userId) === null) {
			return 0;
		}
		return match ($fact) {
			Fact::AccountCreated => $this->number(self::DEEDS, [Deeds::OF_THE_SPACE, $fact->value]),
			Fact::VersionRestored, Fact::TrashRestored => $this->number(self::DEEDS, [$userId, $fact->value]),
			Fact::SecondAdmin => max(0, $this->number("SELECT COUNT(*) FROM accounts WHERE role = 'admin' AND disabled = 0", []) - 1),
			default => $this->number($this->query($fact), [$userId]),
		};
	}

	/** @return string SQL with one place, for the person */
	private function query(Fact $fact): string {
		return match ($fact) {
			Fact::FolderCreated => 'SELECT MAX(id) FROM nodes WHERE owner = ? AND folder = 1',
			Fact::FileUploaded => 'SELECT MAX(id) FROM nodes WHERE owner = ? AND folder = 0',
			Fact::ShareCreated => 'SELECT MAX(id) FROM shares WHERE creator = ?',
			Fact::MemberShareCreated => 'SELECT MAX(id) FROM shares WHERE creator = ? AND member IS NOT NULL',
			Fact::LinkCreated => self::LINKS,
			// A link of the demo has its password and its end from the beginning or never.
			Fact::ProtectedLinkCreated => self::LINKS . ' AND password IS NOT NULL',
			Fact::ExpiringLinkCreated => self::LINKS . ' AND password IS NOT NULL AND expires_at IS NOT NULL',
			Fact::FavoriteAdded => 'SELECT MAX(id) FROM favorites WHERE account = ?',
			Fact::WrittenTogether => self::WRITTEN_TOGETHER,
			Fact::CalendarCreated => 'SELECT MAX(id) FROM calendars WHERE owner = ? AND given = 0',
			Fact::EventCreated => self::EVENTS,
			Fact::RecurringEventCreated => self::EVENTS . ' AND repeats IS NOT NULL',
			Fact::CalendarShared => 'SELECT MAX(id) FROM calendar_shares WHERE creator = ?',
			Fact::ContactCreated => 'SELECT MAX(id) FROM contacts WHERE owner = ? AND given = 0',
			Fact::ContactGroupCreated => 'SELECT MAX(id) FROM contact_groups WHERE owner = ? AND id IN (SELECT contact_group FROM group_contacts)',
			Fact::PictureSet => 'SELECT COUNT(*) FROM pictures WHERE account = ?',
			Fact::LanguageSet => "SELECT COUNT(*) FROM preferences WHERE account = ? AND name = 'language_chosen'",
			Fact::SecondFactorOn => "SELECT COUNT(*) FROM preferences WHERE account = ? AND name = 'second_factor'",
			Fact::DeviceConnected => 'SELECT MAX(id) FROM devices WHERE account = ?',
			default => 'SELECT 0 WHERE ? IS NOT NULL',
		};
	}

	/** @param list<string> $values */
	private function number(string $sql, array $values): int {
		$number = $this->connection->fetchOne($sql, $values);
		return is_numeric($number) ? (int)$number : 0;
	}
}
