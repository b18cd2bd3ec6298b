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
 * A version that is not listed uses the newest older one, for markup mostly stays. A tour may bring anchors of its own.
 *
 * @phpstan-type AnchorData array{selectors: list<string>, open: ?string, instead: ?string, behind: ?string}
 */
final class AnchorMap {
	private const FILE = 'anchors.json';

	private ?AnchorSections $sections = null;

	public function __construct(
		private readonly ContentFolder $folder,
		private readonly Host $host,
		private readonly FaultLog $faults,
	) {
	}

	/** @return array<string, AnchorData> what the steps of a tour point at, as far as this host has it */
	public function of(Tour $tour): array {
		return $this->only($tour->anchors(), $tour->ownAnchors);
	}

	/**
	 * @param list<string> $names anchors to look up; what they are opened with, or replaced by, comes along
	 * @param array<string, AnchorData> $own those of the tour itself, which win
	 * @return array<string, AnchorData> those that this host has, by name
	 */
	public function only(array $names, array $own = []): array {
		$all = $own + $this->here();
		$found = [];
		while ($names !== []) {
			$name = array_pop($names);
			if (isset($all[$name]) && !isset($found[$name])) {
				$found[$name] = $all[$name];
				$names = [...$names, ...array_filter([$all[$name]['open'], $all[$name]['instead']], 'is_string')];
			}
		}
		ksort($found);
		$links = new AnchorLinks($found);
		$fault = $links->fault(self::FILE, $all);
		if ($fault !== null) {
			$this->faults->note($fault);
		}
		return $links->withoutCircles();
	}

	/** @return array<string, AnchorData> all that this host has */
	public function here(): array {
		return $this->sections()?->at($this->host->name(), $this->host->version()) ?? [];
	}

	/** @return ?int major version of this host for which its anchors were last looked at; null when it has none */
	public function since(): ?int {
		return $this->sections()?->since($this->host->name(), $this->host->version());
	}

	/** @return ?array<string, mixed> every name that any host knows; null when the file cannot be read */
	public function names(): ?array {
		return $this->sections()?->names();
	}

	/** @return list<ContentFault> of the file, whatever the host */
	public function faults(): array {
		try {
			$sections = AnchorSections::of($this->read());
		} catch (ContentFault $fault) {
			return [$fault];
		}
		$faults = [];
		foreach ($sections->each() as $anchors) {
			$fault = (new AnchorLinks($anchors))->fault(self::FILE, $anchors);
			if ($fault !== null) {
				$faults[$fault->reason] = $fault;
			}
		}
		return array_values($faults);
	}

	private function sections(): ?AnchorSections {
		try {
			return $this->sections ??= AnchorSections::of($this->read());
		} catch (ContentFault $fault) {
			$this->faults->note($fault);
			return null;
		}
	}

	/** @throws ContentFault */
	private function read(): \stdClass {
		return $this->folder->read(self::FILE, 'anchors');
	}
}
