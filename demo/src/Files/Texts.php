<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Demo\Files;

use Doctrine\DBAL\Connection;
use OCA\Compagnon\Demo\Account\Deeds;
use OCA\Compagnon\Tour\Fact;

/** Plain texts that people write in, one after the other, and what they held before. */
final readonly class Texts {
	private const MAX_BYTES = 200_000;

	public function __construct(
		private Connection $connection,
		private Nodes $nodes,
		private Blobs $blobs,
		private Versions $versions,
		private Deeds $deeds,
	) {
	}

	public static function isText(Node $node): bool {
		return !$node->folder && in_array(strtolower(pathinfo($node->name, PATHINFO_EXTENSION)), ['md', 'txt'], true);
	}

	/**
	 * @return array{text: string, base: int, writers: list<string>} base counts how often it was given new content
	 * @throws Refused when it is not a text that can be written in here
	 */
	public function read(Node $node): array {
		$text = self::isText($node) && $node->size <= self::MAX_BYTES ? (string)file_get_contents($this->blobs->path($node->id)) : null;
		if ($text === null || !mb_check_encoding($text, 'UTF-8')) {
			throw new Refused(400, 'error.notText');
		}
		$writers = $this->connection->fetchFirstColumn('SELECT name FROM writings JOIN accounts ON accounts.id = author WHERE node = ? ORDER BY writings.id', [$node->id]);
		return ['text' => $text, 'base' => $this->versions->count($node->id), 'writers' => array_values(array_filter($writers, is_string(...)))];
	}

	/**
	 * @param int $base as it was read; what somebody else has written since is never lost
	 * @throws Refused when it is too long, or somebody else was faster
	 */
	public function write(string $author, Node $node, string $text, int $base): void {
		$old = $this->read($node);
		if (strlen($text) > self::MAX_BYTES) {
			throw new Refused(400, 'error.textLong', 'text');
		}
		$this->nodes->together(function () use ($author, $node, $text, $base, $old): void {
			if ($this->versions->count($node->id) !== $base) {
				throw new Refused(409, 'error.textChanged', 'text');
			}
			if ($text === $old['text']) {
				return;
			}
			$this->replace($node, $text);
			$at = (int)(microtime(true) * 1_000_000);
			$this->connection->executeStatement('INSERT OR REPLACE INTO writings (node, author, at) VALUES (?, ?, ?)', [$node->id, $author, $at]);
		});
	}

	/** Brings back what the file held before; what it holds now becomes a version in its turn. */
	public function restore(string $account, Node $node, int $number): void {
		$version = $this->blobs->version($node->id, $number);
		$bytes = $number > 0 && is_file($version) ? (string)file_get_contents($version) : throw Refused::missing();
		$this->nodes->together(function () use ($account, $node, $bytes): void {
			$this->replace($node, $bytes);
			$this->deeds->note($account, Fact::VersionRestored);
		});
	}

	private function replace(Node $node, string $bytes): void {
		$this->versions->keep($node);
		$this->blobs->write($node->id, $bytes);
		$this->nodes->change($node->id, strlen($bytes), time());
	}
}
