<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Openl;

/**
 * A figure about a space, always as a band or a choice, never as a number. Order and words of the bands are part of the
 * protocol: a set of figures with other bands is another set (`setHash`).
 */
enum Metric: string {
	case Members = 'members';
	case ActiveShare30d = 'active_share_30d';
	case SpaceAge = 'space_age';
	case NcMajor = 'nc_major';
	case Storage = 'storage';
	case Files = 'files';
	case Apps = 'apps';
	case Groups = 'groups';
	case SharesInternal = 'shares_internal';
	case LinksPublic = 'links_public';
	case ExternalAccounts = 'external_accounts';
	case MobileOrDesktopClient = 'mobile_or_desktop_client';

	/** Apps that are asked about, by their id; others are not even counted. */
	private const APPS = [
		'bookmarks', 'calendar', 'circles', 'collectives', 'contacts', 'cospend', 'deck', 'forms', 'groupfolders', 'mail', 'maps', 'news', 'notes',
		'onlyoffice', 'photos', 'polls', 'richdocuments', 'spreed', 'tables', 'tasks', 'whiteboard',
	];

	/** @return list<string> in their order; of a set, what may be in it */
	public function bands(): array {
		return $this === self::Apps ? self::APPS : array_map(strval(...), array_keys($this->starts()));
	}

	/** Whether it is a choice of several rather than one band. */
	public function isSet(): bool {
		return $this === self::Apps;
	}

	/**
	 * @param int|bool $measured accounts, percent of them, whole months, major version, bytes, files, groups, shares, links; yes
	 *                           or no
	 */
	public function bandOf(int|bool $measured): string {
		$found = array_filter($this->starts(), static fn (int $start): bool => $start <= (int)$measured);
		return (string)(array_key_last($found) ?? $this->bands()[0]);
	}

	/**
	 * @param list<string> $ids
	 * @return list<string> those that are asked about, in their order
	 */
	public function chosen(array $ids): array {
		return array_values(array_intersect($this->bands(), $ids));
	}

	/**
	 * What a space agrees to when it agrees to a set of figures: `questionnaire.sha256` of their reports.
	 *
	 * @param list<self> $metrics
	 * @return string hex
	 */
	public static function setHash(array $metrics): string {
		return hash('sha256', implode("\n", array_map(static fn (self $metric): string => $metric->value . '=' . implode(',', $metric->bands()), $metrics)));
	}

	/** @return array<array-key, int> the least that belongs to each band; the last of equal ones holds for the measured */
	private function starts(): array {
		return match ($this) {
			self::Members => ['1' => 0, '2-4' => 2, '5-10' => 5, '11-25' => 11, '26-50' => 26, '51+' => 51],
			self::ActiveShare30d => ['0-20' => 0, '21-40' => 21, '41-60' => 41, '61-80' => 61, '81-100' => 81],
			self::SpaceAge => ['under-6-months' => 0, '6-12-months' => 6, '1-2-years' => 12, '2-years+' => 24],
			self::NcMajor => ['31-' => 0, '32' => 32, '33' => 33, '34' => 34, '35' => 35, '36' => 36, '37' => 37, '38' => 38, '39+' => 39],
			self::Storage => ['under-1-gb' => 0, '1-5-gb' => 1 << 30, '5-20-gb' => 5 << 30, '20-50-gb' => 20 << 30, '50-gb+' => 50 << 30],
			self::Files => ['under-100' => 0, '100-999' => 100, '1000-4999' => 1_000, '5000-19999' => 5_000, '20000+' => 20_000],
			self::Groups => ['0' => 0, '1-2' => 1, '3-5' => 3, '6+' => 6],
			self::SharesInternal, self::LinksPublic => ['none' => 0, 'some' => 1, 'many' => 21],
			self::ExternalAccounts, self::MobileOrDesktopClient => ['no' => 0, 'yes' => 1],
			self::Apps => [],
		};
	}
}
