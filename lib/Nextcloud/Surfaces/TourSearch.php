<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Nextcloud\Surfaces;

use OCA\Compagnon\AppInfo\Application;
use OCA\Compagnon\Port\Apps;
use OCA\Compagnon\Port\Log;
use OCA\Compagnon\Port\Texts;
use OCA\Compagnon\Tour\FindTours;
use OCA\Compagnon\Tour\TourLine;
use OCP\IUser;
use OCP\IUserSession;
use OCP\Search\IProvider;
use OCP\Search\ISearchQuery;
use OCP\Search\SearchResult;
use OCP\Search\SearchResultEntry;

/** Tours in Nextcloud's search. The platform asks for everybody, also for people who may not use the app. */
final readonly class TourSearch implements IProvider {
	/** First on our own page, otherwise behind what people look for every day. */
	private const AT_HOME = -1;
	private const ELSEWHERE = 90;

	public function __construct(
		private FindTours $tours,
		private TourLinks $links,
		private IUserSession $session,
		private Apps $apps,
		private Texts $texts,
		private Log $log,
	) {
	}

	#[\Override]
	public function getId(): string {
		return Application::APP_ID;
	}

	#[\Override]
	public function getName(): string {
		return $this->texts->t('Guided tours');
	}

	/** @param array<array-key, mixed> $routeParameters */
	#[\Override]
	public function getOrder(string $route, array $routeParameters): ?int {
		if (!$this->isFor($this->session->getUser())) {
			return null;
		}
		return str_starts_with($route, Application::APP_ID . '.') ? self::AT_HOME : self::ELSEWHERE;
	}

	#[\Override]
	public function search(IUser $user, ISearchQuery $query): SearchResult {
		$from = is_numeric($query->getCursor()) ? max(0, (int)$query->getCursor()) : 0;
		$found = $this->isFor($user) ? $this->find($user, $query->getTerm()) : [];
		$until = $from + max(1, $query->getLimit());
		$entries = array_map($this->entry(...), array_slice($found, $from, $until - $from));
		return $until < count($found)
			? SearchResult::paginated($this->getName(), $entries, $until)
			: SearchResult::complete($this->getName(), $entries);
	}

	/** @return list<TourLine> */
	private function find(IUser $user, string $asked): array {
		try {
			return $this->tours->find($user->getUID(), $asked);
		} catch (\Throwable $e) {
			$this->log->error('Tours could not be searched', [], $e);
			return [];
		}
	}

	private function entry(TourLine $line): SearchResultEntry {
		return new SearchResultEntry('', $line->title, $line->detail, $this->links->tour($line->id), $this->links->picture());
	}

	private function isFor(?IUser $user): bool {
		return $user !== null && $this->apps->usable(Application::APP_ID, $user->getUID());
	}
}
