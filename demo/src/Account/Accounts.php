<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Demo\Account;

use Doctrine\DBAL\Connection;
use OCA\Compagnon\Tour\Fact;

/** The accounts of the demo and who is logged in. */
final readonly class Accounts {
	private const COLUMNS = 'accounts.id, accounts.name, role, language, theme, may_use_app';

	public function __construct(
		private Connection $connection,
		private Deeds $deeds,
	) {
	}

	public function find(string $id): ?Account {
		return $this->one('SELECT ' . self::COLUMNS . ' FROM accounts WHERE id = ?', [$id]);
	}

	/** @return list<Account> all that can be logged in as */
	public function all(): array {
		$rows = $this->connection->fetchAllAssociative('SELECT ' . self::COLUMNS . ' FROM accounts WHERE disabled = 0 ORDER BY accounts.rowid');
		return array_map($this->hydrate(...), $rows);
	}

	/** @param 'admin'|'delegate'|'member' $role */
	public function add(string $id, string $name, string $password, string $role = 'member', string $language = 'fr', string $theme = 'auto', bool $disabled = false, bool $mayUseApp = true): void {
		$this->connection->insert('accounts', [
			'id' => $id,
			'name' => $name,
			'password' => password_hash($password, PASSWORD_DEFAULT),
			'role' => $role,
			'language' => $language,
			'theme' => $theme,
			'disabled' => $disabled ? 1 : 0,
			'may_use_app' => $mayUseApp ? 1 : 0,
		]);
		$this->deeds->note(Deeds::OF_THE_SPACE, Fact::AccountCreated);
	}

	/** @return ?string id of a new session, null when name or password are wrong or the account is disabled */
	public function login(string $id, string $password): ?string {
		$hash = $this->connection->fetchOne('SELECT password FROM accounts WHERE id = ? AND disabled = 0', [$id]);
		if (!is_string($hash) || !password_verify($password, $hash)) {
			return null;
		}
		$session = bin2hex(random_bytes(24));
		$this->connection->insert('sessions', [
			'id' => hash('sha256', $session),
			'account' => $id,
			'token' => bin2hex(random_bytes(16)),
			'started_at' => time(),
		]);
		return $session;
	}

	/** @return ?int UTC seconds, when the password is that of the account */
	public function confirm(string $session, string $id, string $password): ?int {
		$hash = $this->connection->fetchOne('SELECT password FROM accounts WHERE id = ? AND disabled = 0', [$id]);
		if (!is_string($hash) || !password_verify($password, $hash)) {
			return null;
		}
		$this->connection->update('sessions', ['started_at' => time()], ['id' => hash('sha256', $session)]);
		return time();
	}

	public function logout(string $session): void {
		$this->connection->delete('sessions', ['id' => hash('sha256', $session)]);
	}

	/**
	 * The visitor of a session; a disabled account is logged out.
	 *
	 * @param string $guestToken for the forms of somebody who is not logged in
	 */
	public function visitor(string $session, string $guestToken, string $browserLanguage): Visitor {
		$row = $this->connection->fetchAssociative(
			'SELECT token, account, started_at FROM sessions JOIN accounts ON accounts.id = account WHERE sessions.id = ? AND disabled = 0',
			[hash('sha256', $session)],
		);
		return $row === false
			? new Visitor(null, $guestToken, $browserLanguage)
			: new Visitor($this->find(self::text($row['account'])), self::text($row['token']), $browserLanguage, (int)self::text($row['started_at']));
	}

	/** The person chooses it themselves, which is more than what their account began with. */
	public function setLanguage(string $id, string $language): void {
		$this->connection->update('accounts', ['language' => $language], ['id' => $id]);
		$this->connection->executeStatement('INSERT OR REPLACE INTO preferences (account, name, value) VALUES (?, ?, ?)', [$id, 'language_chosen', $language]);
	}

	public function setName(string $id, string $name): void {
		$this->connection->update('accounts', ['name' => $name], ['id' => $id]);
	}

	/** @param 'admin'|'member' $role */
	public function setRole(string $id, string $role): void {
		$this->connection->update('accounts', ['role' => $role], ['id' => $id]);
	}

	public function setTheme(string $id, string $theme): void {
		$this->connection->update('accounts', ['theme' => $theme], ['id' => $id]);
	}

	/** @param list<string> $values */
	private function one(string $sql, array $values): ?Account {
		$row = $this->connection->fetchAssociative($sql, $values);
		return $row === false ? null : $this->hydrate($row);
	}

	/** @param array<string, mixed> $row */
	private function hydrate(array $row): Account {
		$role = self::text($row['role']);
		$theme = self::text($row['theme']);
		return new Account(
			self::text($row['id']),
			self::text($row['name']),
			in_array($role, ['admin', 'delegate'], true) ? $role : 'member',
			self::text($row['language']),
			in_array($theme, ['light', 'dark'], true) ? $theme : 'auto',
			(int)self::text($row['may_use_app']) === 1,
		);
	}

	private static function text(mixed $value): string {
		return is_scalar($value) ? (string)$value : '';
	}
}
