<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Demo\Adapter;

use Doctrine\DBAL\Connection;
use OCA\Compagnon\Port\Clock;
use OCA\Compagnon\Port\Notifier;
use OCA\Compagnon\Port\Texts;

final readonly class DemoNotifier implements Notifier {
	public function __construct(
		private Connection $connection,
		private Clock $clock,
	) {
	}

	#[\Override]
	public function tell(string $userId, string $about, string $sentence, array $values, string $link): void {
		$this->connection->executeStatement(
			'INSERT OR REPLACE INTO notices (account, about, sentence, words, link, told_at) VALUES (?, ?, ?, ?, ?, ?)',
			[$userId, $about, $sentence, json_encode($values, JSON_THROW_ON_ERROR), $link, $this->clock->now()],
		);
	}

	#[\Override]
	public function withdraw(string $userId, string $about): void {
		$this->connection->delete('notices', ['account' => $userId, 'about' => $about]);
	}

	/** @return list<array{text: string, link: string}> what the person was told, the newest first */
	public function of(string $userId, Texts $texts): array {
		/** @var list<array{sentence: string, words: string, link: string}> $rows */
		$rows = $this->connection->fetchAllAssociative('SELECT sentence, words, link FROM notices WHERE account = ? ORDER BY told_at DESC, about', [$userId]);
		return array_map(static function (array $row) use ($texts): array {
			/** @var array<string, string> $values */
			$values = (array)json_decode($row['words'], true);
			return ['text' => $texts->t($row['sentence'], $values), 'link' => $row['link']];
		}, $rows);
	}
}
