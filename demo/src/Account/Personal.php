<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Demo\Account;

use Doctrine\DBAL\Connection;
use OCA\Compagnon\Demo\Files\Refused;

/**
 * What people set for themselves. The second factor and the passwords of devices are kept as a server keeps them, but the
 * demo's login asks for nothing but the password, and no device can connect.
 *
 * @phpstan-type Device array{id: int, name: string, madeAt: int}
 */
final readonly class Personal {
	private const PICTURES = ['image/gif', 'image/jpeg', 'image/png', 'image/webp'];
	private const MAX_BYTES = 2_000_000;

	public function __construct(
		private Connection $connection,
	) {
	}

	public function get(string $account, string $name): string {
		$value = $this->connection->fetchOne('SELECT value FROM preferences WHERE account = ? AND name = ?', [$account, $name]);
		return is_string($value) ? $value : '';
	}

	/** @param string $value empty to take it away */
	public function set(string $account, string $name, string $value): void {
		if ($value === '') {
			$this->connection->delete('preferences', ['account' => $account, 'name' => $name]);
		} else {
			$this->connection->executeStatement('INSERT OR REPLACE INTO preferences (account, name, value) VALUES (?, ?, ?)', [$account, $name, $value]);
		}
	}

	/** @return array{type: string, bytes: string}|null */
	public function picture(string $account): ?array {
		$row = $this->connection->fetchAssociative('SELECT type, bytes FROM pictures WHERE account = ?', [$account]);
		return $row !== false && is_string($row['type']) && is_string($row['bytes']) ? ['type' => $row['type'], 'bytes' => $row['bytes']] : null;
	}

	/** @throws Refused when it is no picture, or too large */
	public function setPicture(string $account, string $bytes): void {
		$size = strlen($bytes) > self::MAX_BYTES ? false : @getimagesizefromstring($bytes);
		if ($size === false || !in_array($size['mime'], self::PICTURES, true)) {
			throw new Refused(400, 'error.picture', 'picture');
		}
		$this->connection->executeStatement('INSERT OR REPLACE INTO pictures (account, type, bytes) VALUES (?, ?, ?)', [$account, $size['mime'], $bytes]);
	}

	public function removePicture(string $account): void {
		$this->connection->delete('pictures', ['account' => $account]);
	}

	/** @return list<Device> */
	public function devices(string $account): array {
		$rows = $this->connection->fetchAllAssociative('SELECT id, name, made_at FROM devices WHERE account = ? ORDER BY id DESC', [$account]);
		return array_map(static fn (array $row): array => [
			'id' => is_numeric($row['id']) ? (int)$row['id'] : 0,
			'name' => is_string($row['name']) ? $row['name'] : '',
			'madeAt' => is_numeric($row['made_at']) ? (int)$row['made_at'] : 0,
		], $rows);
	}

	/** @return string the password, which is shown once and kept as a hash only */
	public function addDevice(string $account, string $name): string {
		$password = implode('-', str_split(strtolower(bin2hex(random_bytes(12))), 6));
		$this->connection->insert('devices', ['account' => $account, 'name' => $name, 'password' => password_hash($password, PASSWORD_DEFAULT), 'made_at' => time()]);
		return $password;
	}

	public function removeDevice(string $account, int $id): void {
		if ($this->connection->delete('devices', ['id' => $id, 'account' => $account]) === 0) {
			throw Refused::gone();
		}
	}
}
