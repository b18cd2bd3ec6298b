<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory;

use OCA\Compagnon\Error\Unavailable;
use OCA\Compagnon\Port\Clock;
use OCA\Compagnon\Port\Random;
use OCA\Compagnon\Port\Secrets;
use OCA\Compagnon\Port\Settings;

/** The keys of the observatory, sealed in the settings, one list for each role. */
final class KeyStore {
	private const KEY = 'observatory_keys_';
	private const BYTES = 32;

	/** @var array<string, array{string, list<Key>}> by role: as it is sealed, and what was in it */
	private array $opened = [];

	public function __construct(
		private readonly Settings $settings,
		private readonly Secrets $secrets,
		private readonly Clock $clock,
		private readonly Random $random,
	) {
	}

	/**
	 * @return list<Key> newest first; those that were needed to some day before today are not among them
	 * @throws Unavailable when they were sealed on another server
	 */
	public function all(KeyRole $role): array {
		$sealed = $this->settings->longText(self::KEY . $role->value, '');
		if ($sealed === '') {
			return [];
		}
		if (($this->opened[$role->value][0] ?? null) !== $sealed) {
			$this->opened[$role->value] = [$sealed, self::read($this->open($sealed))];
		}
		return array_values(array_filter($this->opened[$role->value][1], fn (Key $key): bool => $key->neededTo === null || $key->neededTo >= $this->today()));
	}

	public function current(KeyRole $role): Key {
		return $this->all($role)[0] ?? throw new \LogicException("The observatory has no key for {$role->value}");
	}

	public function make(): Key {
		return new Key(bin2hex($this->random->bytes(8)), $this->random->bytes(self::BYTES), $this->today());
	}

	/** @param list<Key> $keys newest first; nothing else of this role is kept */
	public function keep(KeyRole $role, #[\SensitiveParameter] array $keys): void {
		$rows = array_map(static fn (Key $key): array => [
			'id' => $key->id,
			'secret' => base64_encode($key->secret()),
			'made' => $key->madeOn,
			'to' => $key->neededTo,
		], $keys);
		$this->settings->setLongText(self::KEY . $role->value, $this->secrets->seal(json_encode($rows, JSON_THROW_ON_ERROR)));
	}

	private function open(string $sealed): string {
		try {
			return $this->secrets->open($sealed);
		} catch (Unavailable $e) {
			throw new Unavailable('The keys of this observatory were made on another server, and cannot be read here without its secret.', previous: $e->getPrevious() ?? $e);
		}
	}

	/** @return list<Key> */
	private static function read(#[\SensitiveParameter] string $json): array {
		$rows = json_decode($json, true);
		$keys = [];
		foreach (is_array($rows) ? $rows : [] as $row) {
			$text = static fn (string $name): string => is_array($row) && is_string($row[$name] ?? null) ? $row[$name] : '';
			$keys[] = new Key($text('id'), (string)base64_decode($text('secret'), true), $text('made'), $text('to') === '' ? null : $text('to'));
		}
		return $keys;
	}

	private function today(): string {
		return gmdate('Y-m-d', $this->clock->now());
	}
}
