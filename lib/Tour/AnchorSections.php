<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tour;

/**
 * The sections of resources/anchors.json, one for each host and major version.
 *
 * @phpstan-import-type AnchorData from AnchorMap
 */
final readonly class AnchorSections {
	/** @param array<string, array<int, array<string, AnchorData>>> $hosts oldest version first */
	private function __construct(
		private array $hosts,
	) {
	}

	/** @param \stdClass $file as the schema has accepted it */
	public static function of(\stdClass $file): self {
		$hosts = [];
		/** @var \stdClass $versions */
		foreach ((array)$file->hosts as $host => $versions) {
			$sections = array_map(self::anchors(...), array_filter((array)$versions, static fn (mixed $section): bool => $section instanceof \stdClass));
			ksort($sections);
			/** @var array<int, array<string, AnchorData>> $sections */
			$hosts[(string)$host] = $sections;
		}
		return new self($hosts);
	}

	/**
	 * @param \stdClass $section anchors by name
	 * @return array<string, AnchorData>
	 */
	public static function anchors(\stdClass $section): array {
		/** @var array<string, \stdClass&object{selectors: list<string>, open?: string, instead?: string, behind?: string}> $anchors */
		$anchors = (array)$section;
		return array_map(static fn (object $anchor): array => [
			'selectors' => $anchor->selectors,
			'open' => $anchor->open ?? null,
			'instead' => $anchor->instead ?? null,
			'behind' => $anchor->behind ?? null,
		], $anchors);
	}

	/** @return array<string, AnchorData> what holds there: a version that is not listed uses the newest older one */
	public function at(string $host, int $version): array {
		$anchors = [];
		foreach ($this->hosts[$host] ?? [] as $since => $section) {
			if ($since <= $version || $anchors === []) {
				$anchors = $section + $anchors;
			}
		}
		return $anchors;
	}

	/** @return ?int the version for which these places were last looked at; null when the host has no section at all */
	public function since(string $host, int $version): ?int {
		$versions = array_keys($this->hosts[$host] ?? []);
		$older = array_filter($versions, static fn (int $since): bool => $since <= $version);
		return $older === [] ? $versions[0] ?? null : max($older);
	}

	/** @return list<array<string, AnchorData>> what holds at each version of each host that has a section */
	public function each(): array {
		$all = [];
		foreach ($this->hosts as $host => $sections) {
			foreach (array_keys($sections) as $version) {
				$all[] = $this->at($host, $version);
			}
		}
		return $all;
	}

	/** @return array<string, AnchorData> every anchor that any section knows, each with one of its meanings */
	public function names(): array {
		return array_merge(...$this->each());
	}
}
