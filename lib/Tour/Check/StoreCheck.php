<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tour\Check;

use OCA\Compagnon\Error\Invalid;
use OCA\Compagnon\Tour\Tour;
use OCA\Compagnon\Tour\Tours;

/** Keeps what the tour check in the browser has seen. Steps that it does not speak of count as not checked. */
final readonly class StoreCheck {
	public function __construct(
		private Tours $tours,
		private LastCheckStore $store,
		private MissingTargets $missing,
	) {
	}

	/**
	 * @param list<StepResult> $results
	 * @throws Invalid when one is of a step that does not exist for this person
	 */
	public function store(string $userId, array $results): void {
		$tours = $this->tours->of($userId);
		$given = [];
		foreach ($results as $result) {
			$given[$result->tour][$result->step][$result->device->value] = $result;
		}
		$all = [];
		foreach ($tours as $tour) {
			$all = [...$all, ...$this->ofTour($tour, $given[$tour->id] ?? [])];
			$given[$tour->id] = array_diff_key($given[$tour->id] ?? [], array_flip($tour->stepIds()));
		}
		if (array_filter($given) !== []) {
			throw new Invalid('results', 'The tours have changed meanwhile. Reload the page, then check again.');
		}
		$this->store->write(array_values(array_unique(array_map(static fn (Tour $tour): string => $tour->app, $tours))), $all);
		$this->forgetFound($all);
	}

	/**
	 * @param array<string, array<string, StepResult>> $given by step and device
	 * @return list<StepResult>
	 */
	private function ofTour(Tour $tour, array $given): array {
		$results = [];
		foreach ($tour->steps as $step) {
			foreach ($step->anchor === null ? [] : Device::cases() as $device) {
				$isForIt = $step->audience->device === null || $step->audience->device === $device->value;
				$results[] = $isForIt ? $given[$step->id][$device->value] ?? new StepResult($tour->id, $step->id, $device, Seen::Unchecked) : null;
			}
		}
		return array_values(array_filter($results));
	}

	/**
	 * What members once missed is over where every width has the target now.
	 *
	 * @param list<StepResult> $results
	 */
	private function forgetFound(array $results): void {
		$steps = [];
		foreach ($results as $result) {
			$steps["$result->tour $result->step"][] = $result;
		}
		foreach ($steps as $ofStep) {
			if (array_filter($ofStep, static fn (StepResult $result): bool => $result->seen !== Seen::Found) === []) {
				$this->missing->forget($ofStep[0]->tour, $ofStep[0]->step);
			}
		}
	}
}
