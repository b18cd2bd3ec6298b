<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Demo\Seed;

use OCA\Compagnon\Demo\Account\Accounts;
use OCA\Compagnon\Demo\Files\Blobs;
use OCA\Compagnon\Demo\Files\Nodes;
use OCA\Compagnon\Demo\Files\Shares;

/**
 * Fills an empty space with « Les Jardins partagés du Moulin »: its accounts, and the files in demo/seed.
 *
 * @phpstan-type Seed array{name: string, days?: int, text?: string, file?: string, inside?: list<array<string, mixed>>, sharedWith?: array<string, bool>, link?: bool}
 */
final readonly class Seeder {
	public const ACCOUNTS = ['camille', 'nadia', 'bruno', 'lou'];

	private const NAMES = ['camille' => 'Camille Roux', 'nadia' => 'Nadia Benali', 'bruno' => 'Bruno Lefèvre', 'lou' => 'Lou Martin'];
	private const FOLDER = __DIR__ . '/../../seed';
	private const DAY = 86400;

	public function __construct(
		private Accounts $accounts,
		private Nodes $nodes,
		private Blobs $blobs,
		private Shares $shares,
	) {
	}

	public static function password(string $id): string {
		return "jardin-$id-2026";
	}

	/** @return bool whether the space was empty */
	public function seed(): bool {
		if ($this->accounts->all() !== []) {
			return false;
		}
		foreach (self::NAMES as $id => $name) {
			$this->accounts->add($id, $name, self::password($id), $id === 'camille' ? 'admin' : 'member');
		}
		/** @var array<string, list<Seed>> $spaces */
		$spaces = json_decode((string)file_get_contents(self::FOLDER . '/space.json'), true, flags: JSON_THROW_ON_ERROR);
		$this->nodes->together(function () use ($spaces): void {
			foreach ($spaces as $owner => $seeds) {
				$this->plant($owner, 0, $seeds);
			}
		});
		return true;
	}

	/** @param list<Seed> $seeds */
	private function plant(string $owner, int $parent, array $seeds): void {
		foreach ($seeds as $seed) {
			$bytes = isset($seed['file']) ? (string)file_get_contents(self::FOLDER . '/' . $seed['file']) : ($seed['text'] ?? null);
			$changedAt = time() - ($seed['days'] ?? 1) * self::DAY;
			$id = $this->nodes->insert($owner, $owner, $parent, $seed['name'], $bytes === null, strlen($bytes ?? ''), $changedAt);
			if ($bytes !== null) {
				$this->blobs->write($id, $bytes);
			}
			foreach ($seed['sharedWith'] ?? [] as $member => $editable) {
				$account = $this->accounts->find($member) ?? throw new \LogicException("space.json shares with $member, whom nobody knows");
				$this->shares->withMember($id, $owner, $account, $editable);
			}
			if ($seed['link'] ?? false) {
				$this->shares->byLink($id, $owner, '');
			}
			/** @var list<Seed> $inside */
			$inside = $seed['inside'] ?? [];
			$this->plant($owner, $id, $inside);
		}
	}
}
