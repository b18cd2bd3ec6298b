<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tour;

use OCA\Compagnon\Adventure\OpenQuestNote;
use OCA\Compagnon\Port\Clock;
use OCA\Compagnon\Port\Texts;
use OCA\Compagnon\Space\PersonalSettings;
use OCA\Compagnon\Space\SpaceSettings;

/**
 * What the loader has to know on a page: almost always that there is nothing to do. One query.
 *
 * @phpstan-type Active array{tour: string, mode: 'resume'|'continue'|'offer'}
 * @phpstan-type OpenQuest array{story: string, quest: string, label: string}
 */
final readonly class PageState {
	/** A tour that moved this recently goes on by itself; after that the person is asked. */
	private const FRESH = 1800;

	/** An offer stays this long after it was first seen, so that a reload does not lose it. */
	private const OFFER_STAYS = 900;

	public function __construct(
		private ProgressRepository $progress,
		private TourLibrary $library,
		private Offers $offers,
		private SpaceSettings $settings,
		private PersonalSettings $personal,
		private OpenQuestNote $quest,
		private Texts $texts,
		private Clock $clock,
	) {
	}

	/**
	 * @param string $app app whose page is being made
	 * @return array{help: string, gone: string, active: ?Active, quest: ?OpenQuest} gone: what to say when the help cannot be
	 *                                                                              loaded, since nothing else can be
	 *                                                                              loaded then either; label: what a quest
	 *                                                                              is called for those who do not see it
	 */
	public function forPage(string $userId, string $app): array {
		$rows = $this->progress->all($userId);
		return [
			'help' => $this->texts->t('Help for this page'),
			'gone' => $this->texts->t('The help could not be loaded. Reload the page, then try again.'),
			'active' => $this->resumed($rows) ?? ($this->personal->quiet($userId) ? null : $this->proposed($rows, $app)),
			'quest' => $this->open($userId),
		];
	}

	/** @return ?OpenQuest found without a query, for it is on every page */
	private function open(string $userId): ?array {
		$open = $this->quest->of($userId);
		return $open === null ? null : $open + ['label' => $this->texts->t('Your quest')];
	}

	/**
	 * @param list<Progress> $rows
	 * @return ?Active
	 */
	private function resumed(array $rows): ?array {
		foreach ($rows as $row) {
			if ($row->state === ProgressState::Running && $row->updatedAt > $this->clock->now() - self::FRESH) {
				return ['tour' => $row->tour, 'mode' => 'resume'];
			}
		}
		return null;
	}

	/**
	 * @param list<Progress> $rows
	 * @return ?Active
	 */
	private function proposed(array $rows, string $app): ?array {
		foreach ($rows as $row) {
			if ($row->isUnderWay() && $this->isDue($row) && $this->library->app($row->tour) === $app) {
				return ['tour' => $row->tour, 'mode' => 'continue'];
			}
		}
		$offer = $this->settings->offers() ? $this->offers->forApp($app) : null;
		return $offer !== null && $this->isOpen($offer, $rows) ? ['tour' => $offer, 'mode' => 'offer'] : null;
	}

	/** @param list<Progress> $rows */
	private function isOpen(string $offer, array $rows): bool {
		foreach ($rows as $row) {
			if ($row->tour === $offer) {
				return $row->state === ProgressState::Offered && ($row->quietUntil === null
					? $row->updatedAt > $this->clock->now() - self::OFFER_STAYS
					: $this->isDue($row));
			}
		}
		return true;
	}

	private function isDue(Progress $row): bool {
		return $row->quietUntil === null || $row->quietUntil <= $this->clock->now();
	}
}
