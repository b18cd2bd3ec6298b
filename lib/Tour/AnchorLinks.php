<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tour;

use OCA\Compagnon\Content\ContentFault;

/**
 * How anchors lead to each other: one is opened by another, or replaced by it.
 *
 * @phpstan-import-type AnchorData from AnchorMap
 * @phpstan-type BackLink array{anchor: string, link: 'open'|'instead', circle: list<string>}
 */
final readonly class AnchorLinks {
	/** @param array<string, AnchorData> $anchors */
	public function __construct(
		private array $anchors,
	) {
	}

	/**
	 * @param string $name path of the file, as a fault gives it
	 * @param array<string, mixed> $known every name that may be led to
	 */
	public function fault(string $name, array $known): ?ContentFault {
		foreach ($this->anchors as $anchor => $data) {
			foreach ([$data['open'], $data['instead']] as $other) {
				if ($other !== null && !isset($known[$other])) {
					return ContentFault::unknownLink($name, $anchor, $other);
				}
			}
		}
		return $this->circleThrough($name, array_keys($this->anchors));
	}

	/** @param list<string> $anchors that one of which has to be in the circle */
	public function circleThrough(string $name, array $anchors): ?ContentFault {
		foreach ($this->backLinks() as $back) {
			if (array_intersect($back['circle'], $anchors) !== []) {
				return ContentFault::circle($name, $back['circle']);
			}
		}
		return null;
	}

	/** @return array<string, AnchorData> without the links that close a circle, so that whoever follows them arrives */
	public function withoutCircles(): array {
		$anchors = $this->anchors;
		foreach ($this->backLinks() as $back) {
			$anchor = $anchors[$back['anchor']];
			$anchor[$back['link']] = null;
			$anchors[$back['anchor']] = $anchor;
		}
		return $anchors;
	}

	/** @return list<BackLink> every link that leads back to where it can be come from: without these there is no circle */
	private function backLinks(): array {
		$done = $found = [];
		foreach (array_keys($this->anchors) as $anchor) {
			$this->follow($anchor, [], $done, $found);
		}
		return $found;
	}

	/**
	 * @param list<string> $way anchors that led here
	 * @param array<string, true> $done
	 * @param list<BackLink> $found
	 */
	private function follow(string $anchor, array $way, array &$done, array &$found): void {
		$way[] = $anchor;
		foreach (isset($done[$anchor]) ? [] : ['open', 'instead'] as $link) {
			$next = $this->anchors[$anchor][$link];
			$place = array_search($next, $way, true);
			if (is_int($place)) {
				$found[] = ['anchor' => $anchor, 'link' => $link, 'circle' => array_slice($way, $place)];
			} elseif ($next !== null && isset($this->anchors[$next])) {
				$this->follow($next, $way, $done, $found);
			}
		}
		$done[$anchor] = true;
	}
}
