<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tour;

use OCA\Compagnon\Content\ContentFault;
use OCA\Compagnon\Content\ContentFolder;
use OCA\Compagnon\Content\FaultLog;
use OCA\Compagnon\Port\Host;

/**
 * Where the targets of tours are on this host: resources/anchors.json, one section for each host and major version.
 * A version that is not listed uses the newest older one, for markup mostly stays.
 *
 * @phpstan-type AnchorData array{selectors: list<string>, open: ?string, instead: ?string, behind: ?string}
 */
final readonly class AnchorMap {
	public function __construct(
		private ContentFolder $folder,
		private Host $host,
		private FaultLog $faults,
	) {
	}

	/**
	 * @param list<string> $names anchors to look up; what they are opened with, or replaced by, comes along
	 * @return array<string, AnchorData> those that this host has, by name
	 */
	public function only(array $names): array {
		$all = $this->all();
		$found = [];
		while ($names !== []) {
			$name = array_pop($names);
			if (isset($all[$name]) && !isset($found[$name])) {
				$found[$name] = $all[$name];
				$names = [...$names, ...array_filter([$all[$name]['open'], $all[$name]['instead']], 'is_string')];
			}
		}
		ksort($found);
		return $found;
	}

	/** @return array<string, AnchorData> */
	private function all(): array {
		try {
			$file = $this->folder->read('anchors.json', 'anchors');
		} catch (ContentFault $fault) {
			$this->faults->note($fault);
			return [];
		}
		/** @var array<string, \stdClass> $hosts */
		$hosts = (array)$file->hosts;
		/** @var array<int, \stdClass> $versions */
		$versions = (array)($hosts[$this->host->name()] ?? []);
		ksort($versions);
		$anchors = [];
		foreach ($versions as $version => $section) {
			if ($version <= $this->host->version() || $anchors === []) {
				/** @var array<string, \stdClass&object{selectors: list<string>, open?: string, instead?: string, behind?: string}> $changes */
				$changes = (array)$section;
				$anchors = $changes + $anchors;
			}
		}
		return array_map(
			static fn (object $anchor): array => [
				'selectors' => $anchor->selectors,
				'open' => $anchor->open ?? null,
				'instead' => $anchor->instead ?? null,
				'behind' => $anchor->behind ?? null,
			],
			$anchors,
		);
	}
}
