<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Nextcloud\Facts;

use OCA\Compagnon\Port\Preferences;
use OCA\Compagnon\Tour\Fact;
use OCP\App\IAppManager;
use OCP\DB\QueryBuilder\IQueryBuilder;
use OCP\IDBConnection;
use OCP\IUser;

/**
 * What came back: a file out of the trash, or an older version of one. Neither makes a new id, so the one deed that follows
 * a mark is noted, as a number with the account; whoever opened no such step is not looked at. That an older version was
 * brought back before shows in the order of versions; what came out of the trash before shows nowhere.
 */
final readonly class BroughtBack {
	private const WAITING = 'waiting:';

	public function __construct(
		private Preferences $preferences,
		private IDBConnection $connection,
		private IAppManager $apps,
		private HomeStorage $home,
	) {
	}

	public function of(IUser $user, Fact $fact): HighestId {
		return new HighestId($this->noted($user->getUID(), $fact));
	}

	/** From now on, the next one is noted. */
	public function wait(IUser $user, Fact $fact): void {
		$waiting = self::WAITING . $this->noted($user->getUID(), $fact);
		if ($this->preferences->text($user->getUID(), self::key($fact)) !== $waiting) {
			$this->preferences->setText($user->getUID(), self::key($fact), $waiting);
		}
	}

	/** The person has brought something back. */
	public function note(string $userId, Fact $fact): void {
		if (str_starts_with($this->preferences->text($userId, self::key($fact)), self::WAITING)) {
			$this->preferences->setText($userId, self::key($fact), (string)($this->noted($userId, $fact) + 1));
		}
	}

	public function everDone(IUser $user, Fact $fact): bool {
		return $this->noted($user->getUID(), $fact) > 0
			|| ($fact === Fact::VersionRestored && $this->apps->isEnabledForUser('files_versions', $user) && self::finds($this->olderIsCurrent($user)));
	}

	private static function key(Fact $fact): string {
		return match ($fact) {
			Fact::VersionRestored => 'brought_back_version',
			Fact::TrashRestored => 'brought_back_trash',
			default => throw new \LogicException("Not something that comes back: $fact->value"),
		};
	}

	private function noted(string $userId, Fact $fact): int {
		$text = $this->preferences->text($userId, self::key($fact));
		return (int)(str_starts_with($text, self::WAITING) ? substr($text, strlen(self::WAITING)) : $text);
	}

	/** What is current is as old as an earlier version, and a later version is younger: that happens by going back only. */
	private function olderIsCurrent(IUser $user): IQueryBuilder {
		$query = $this->connection->getQueryBuilder();
		return $query->select('f.fileid')->from('filecache', 'f')
			->innerJoin('f', 'files_versions', 'younger', 'younger.file_id = f.fileid')
			->innerJoin('f', 'files_versions', 'older', 'older.file_id = f.fileid')
			->where(
				$query->expr()->eq('f.storage', $query->createNamedParameter($this->home->id($user), IQueryBuilder::PARAM_INT)),
				$query->expr()->gt('younger.timestamp', 'f.mtime'),
				$query->expr()->eq('older.timestamp', 'f.mtime'),
				$query->expr()->lt('older.id', 'younger.id'),
			);
	}

	private static function finds(IQueryBuilder $query): bool {
		$result = $query->setMaxResults(1)->executeQuery();
		$found = $result->fetchOne();
		$result->closeCursor();
		return $found !== false;
	}
}
