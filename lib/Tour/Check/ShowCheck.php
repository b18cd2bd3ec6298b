<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tour\Check;

/**
 * The last check in the browser and what members did not find, with words for whoever looks after the space.
 *
 * @phpstan-type PlaceData array{tour: string, title: string, step: string, stepTitle: string, page: string, anchor: ?string}
 * @phpstan-type ResultData array{tour: string, title: string, step: string, stepTitle: string, page: string, anchor: ?string, seen: string, devices: non-empty-list<string>, advice: string}
 * @phpstan-type LastData array{at: int, release: string, current: bool, found: int, results: list<ResultData>}
 * @phpstan-type MissedData array{tour: string, title: string, step: string, stepTitle: string, page: string, anchor: ?string, version: int, day: int, times: int, advice: string}
 */
final readonly class ShowCheck {
	public function __construct(
		private LastCheckStore $store,
		private MissingTargets $missing,
		private Places $places,
		private Advice $advice,
	) {
	}

	/** @return array{last: ?LastData, missed: list<MissedData>} */
	public function show(): array {
		return ['last' => $this->last(), 'missed' => $this->missed()];
	}

	/** @return ?LastData */
	public function last(): ?array {
		$check = $this->store->read();
		return $check === null ? null : [
			'at' => $check->at,
			'release' => $check->release,
			'current' => $this->store->isCurrent($check),
			'found' => $check->found,
			'results' => $this->results($check),
		];
	}

	/** @return list<MissedData> */
	public function missed(): array {
		return array_values(array_filter(array_map($this->missedTarget(...), $this->missing->all())));
	}

	/** @return list<ResultData> the same seen of one step at several widths is said once */
	private function results(LastCheck $check): array {
		$devices = $results = [];
		foreach ($check->results as $result) {
			$key = "$result->tour $result->step {$result->seen->value}";
			$devices[$key][] = $result->device->value;
			$results[$key] = $result;
		}
		return array_values(array_filter(array_map($this->result(...), $results, $devices)));
	}

	/**
	 * @param non-empty-list<string> $devices
	 * @return ?ResultData
	 */
	private function result(StepResult $result, array $devices): ?array {
		$place = $this->places->find($result->tour, $result->step);
		return $place === null ? null : $place->toArray() + [
			'seen' => $result->seen->value,
			'devices' => $devices,
			'advice' => $this->advice->for($place, $result->seen),
		];
	}

	/** @return ?MissedData */
	private function missedTarget(MissingTarget $missed): ?array {
		$place = $this->places->find($missed->tour, $missed->step);
		return $place === null ? null : ['anchor' => $missed->anchor] + $place->toArray() + [
			'version' => $missed->version,
			'day' => $missed->day,
			'times' => $missed->times,
			'advice' => $this->advice->forMissed($missed, $place),
		];
	}
}
