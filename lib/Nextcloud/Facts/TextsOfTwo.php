<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Nextcloud\Facts;

use OCP\App\IAppManager;
use OCP\DB\QueryBuilder\IQueryBuilder;
use OCP\Files\IMimeTypeLoader;
use OCP\IDBConnection;
use OCP\IUser;

/**
 * Texts in a person's own home in which somebody else wrote too, which the versions of a file tell, or that others may write
 * in and that were written in since they were shared. Only ever read; nothing is asked of somebody who shares nothing.
 */
final readonly class TextsOfTwo {
	private const TYPES = ['text/plain', 'text/markdown'];
	private const MOST = 1_000;

	public function __construct(
		private IDBConnection $connection,
		private IAppManager $apps,
		private IMimeTypeLoader $types,
		private SharesMade $shares,
		private HomeStorage $home,
	) {
	}

	/** A text that is written in again is another one. */
	public function of(IUser $user): Collection {
		$since = $this->shares->writable($user);
		if ($since === [] && $this->shares->any($user)->mark() === '0') {
			return Collection::of([]);
		}
		$texts = [];
		foreach (array_chunk(array_keys($since), self::MOST) as $ids) {
			foreach ($this->rows($this->among($user, $ids)) as $id => $changed) {
				if ($changed > $since[$id]) {
					$texts[$id] = "$id:$changed";
				}
			}
		}
		if ($this->apps->isEnabledForUser('files_versions', $user)) {
			foreach ($this->rows($this->byTwo($user)) as $id => $changed) {
				$texts[$id] = "$id:$changed";
			}
		}
		return Collection::of(array_values($texts));
	}

	private function texts(IUser $user): IQueryBuilder {
		$query = $this->connection->getQueryBuilder();
		$query->selectDistinct(['f.fileid', 'f.mtime'])->from('filecache', 'f')->where(
			$query->expr()->eq('f.storage', $query->createNamedParameter($this->home->id($user), IQueryBuilder::PARAM_INT)),
			$query->expr()->in('f.mimetype', $query->createNamedParameter(array_map($this->types->getId(...), self::TYPES), IQueryBuilder::PARAM_INT_ARRAY)),
		);
		return $query;
	}

	/** @param list<int> $ids */
	private function among(IUser $user, array $ids): IQueryBuilder {
		$query = $this->texts($user);
		return $query->andWhere($query->expr()->in('f.fileid', $query->createNamedParameter($ids, IQueryBuilder::PARAM_INT_ARRAY)));
	}

	/** A version says who wrote it, as {"author":"…"}. */
	private function byTwo(IUser $user): IQueryBuilder {
		$query = $this->texts($user);
		$me = $query->createNamedParameter('%"author":%"' . $this->connection->escapeLikeParameter($user->getUID()) . '"%');
		return $query
			->innerJoin('f', 'files_versions', 'mine', 'mine.file_id = f.fileid')
			->innerJoin('f', 'files_versions', 'other', 'other.file_id = f.fileid')
			->andWhere(
				$query->expr()->like($query->expr()->castColumn('mine.metadata', IQueryBuilder::PARAM_STR), $me),
				$query->expr()->like($query->expr()->castColumn('other.metadata', IQueryBuilder::PARAM_STR), $query->createNamedParameter('%"author":%')),
				$query->expr()->notLike($query->expr()->castColumn('other.metadata', IQueryBuilder::PARAM_STR), $me),
			)
			->setMaxResults(self::MOST);
	}

	/** @return array<int, int> when each file was changed last, by its id */
	private function rows(IQueryBuilder $query): array {
		$result = $query->executeQuery();
		$changed = [];
		foreach ($result->fetchAll() as $row) {
			if (is_array($row) && is_numeric($row['fileid'] ?? null) && is_numeric($row['mtime'] ?? null)) {
				$changed[(int)$row['fileid']] = (int)$row['mtime'];
			}
		}
		$result->closeCursor();
		return $changed;
	}
}
