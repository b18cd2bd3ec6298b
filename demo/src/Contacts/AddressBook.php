<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Demo\Contacts;

use Doctrine\DBAL\Connection;
use OCA\Compagnon\Demo\Account\Account;
use OCA\Compagnon\Demo\Files\Refused;

/**
 * The people and groups in somebody's own address book. Each account comes with one contact.
 *
 * @phpstan-type Contact array{id: int, name: string, email: string, phone: string}
 * @phpstan-type Group array{id: int, name: string, contacts: list<int>}
 */
final readonly class AddressBook {
	private const GIVEN = ['fr' => 'Contact d’exemple', 'en' => 'Example contact'];

	public function __construct(
		private Connection $connection,
	) {
	}

	/** @return list<Contact> */
	public function contacts(Account $me): array {
		$rows = $this->connection->fetchAllAssociative('SELECT id, name, email, phone FROM contacts WHERE owner = ? ORDER BY name COLLATE NOCASE, id', [$me->id]);
		return array_map(static fn (array $row): array => ['id' => self::int($row['id']), 'name' => self::text($row['name']), 'email' => self::text($row['email']), 'phone' => self::text($row['phone'])], $rows);
	}

	/** @return list<Group> */
	public function groups(Account $me): array {
		$rows = $this->connection->fetchAllAssociative('SELECT id, name FROM contact_groups WHERE owner = ? ORDER BY name COLLATE NOCASE, id', [$me->id]);
		return array_map(fn (array $row): array => ['id' => self::int($row['id']), 'name' => self::text($row['name']), 'contacts' => $this->inside(self::int($row['id']))], $rows);
	}

	/** Puts the contact that comes with every account there, once. */
	public function begin(Account $me): void {
		if ($this->connection->fetchOne("SELECT 1 FROM preferences WHERE account = ? AND name = 'address_book'", [$me->id]) !== false) {
			return;
		}
		$this->connection->transactional(function () use ($me): void {
			$this->connection->insert('preferences', ['account' => $me->id, 'name' => 'address_book', 'value' => '1']);
			$this->connection->insert('contacts', ['owner' => $me->id, 'name' => self::GIVEN[$me->language === 'en' ? 'en' : 'fr'], 'email' => 'exemple@example.org', 'phone' => '', 'given' => 1]);
		});
	}

	/** @param ?int $id null for a new one */
	public function save(Account $me, ?int $id, string $name, string $email, string $phone): void {
		$row = ['name' => $name, 'email' => $email, 'phone' => $phone];
		if ($id === null) {
			$this->connection->insert('contacts', $row + ['owner' => $me->id, 'given' => 0]);
		} else {
			$this->own('contacts', $me, $id);
			$this->connection->update('contacts', $row, ['id' => $id]);
		}
	}

	public function delete(Account $me, int $id): void {
		$this->own('contacts', $me, $id);
		$this->connection->delete('contacts', ['id' => $id]);
	}

	/**
	 * @param ?int $id null for a new one
	 * @param list<int> $contacts who is in it, which has to be somebody
	 * @throws Refused when there is one of that name
	 */
	public function saveGroup(Account $me, ?int $id, string $name, array $contacts): void {
		$mine = array_values(array_intersect($contacts, array_column($this->contacts($me), 'id')));
		if ($mine === []) {
			throw new Refused(400, 'error.groupEmpty', 'contacts');
		}
		$this->connection->transactional(function () use ($me, $id, $name, $mine): void {
			$taken = $this->connection->fetchOne('SELECT id FROM contact_groups WHERE owner = ? AND name = ?', [$me->id, $name]);
			if ($taken !== false && $taken !== $id) {
				throw new Refused(409, 'error.groupTaken', 'name');
			}
			if ($id === null) {
				$this->connection->insert('contact_groups', ['owner' => $me->id, 'name' => $name]);
				$id = (int)$this->connection->lastInsertId();
			} else {
				$this->own('contact_groups', $me, $id);
				$this->connection->update('contact_groups', ['name' => $name], ['id' => $id]);
			}
			$this->connection->delete('group_contacts', ['contact_group' => $id]);
			foreach ($mine as $contact) {
				$this->connection->insert('group_contacts', ['contact_group' => $id, 'contact' => $contact]);
			}
		});
	}

	public function deleteGroup(Account $me, int $id): void {
		$this->own('contact_groups', $me, $id);
		$this->connection->delete('contact_groups', ['id' => $id]);
	}

	/** @return list<int> */
	private function inside(int $group): array {
		return array_map(self::int(...), $this->connection->fetchFirstColumn('SELECT contact FROM group_contacts WHERE contact_group = ?', [$group]));
	}

	/** @param 'contacts'|'contact_groups' $table */
	private function own(string $table, Account $me, int $id): void {
		if ($this->connection->fetchOne("SELECT 1 FROM $table WHERE id = ? AND owner = ?", [$id, $me->id]) === false) {
			throw Refused::gone();
		}
	}

	private static function int(mixed $value): int {
		return is_numeric($value) ? (int)$value : 0;
	}

	private static function text(mixed $value): string {
		return is_string($value) ? $value : '';
	}
}
