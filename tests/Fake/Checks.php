<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Fake;

use OCA\Compagnon\Content\FaultWords;
use OCA\Compagnon\Tour\Check\Advice;
use OCA\Compagnon\Tour\Check\CheckTour;
use OCA\Compagnon\Tour\Check\CheckTours;
use OCA\Compagnon\Tour\Check\Device;
use OCA\Compagnon\Tour\Check\LastCheckStore;
use OCA\Compagnon\Tour\Check\MissingTargets;
use OCA\Compagnon\Tour\Check\NoteMissing;
use OCA\Compagnon\Tour\Check\Places;
use OCA\Compagnon\Tour\Check\PlanCheck;
use OCA\Compagnon\Tour\Check\Seen;
use OCA\Compagnon\Tour\Check\ShowCheck;
use OCA\Compagnon\Tour\Check\StepResult;
use OCA\Compagnon\Tour\Check\StoreCheck;

/** The tour check over a world of fakes. */
final readonly class Checks {
	public function __construct(
		public World $world = new World(),
	) {
	}

	public function missing(): MissingTargets {
		return new MissingTargets($this->world->database, $this->world->host, $this->world->clock);
	}

	public function note(string $userId, string $tour, string $step): void {
		(new NoteMissing($this->world->tours(), $this->missing()))->note($userId, $tour, $step);
	}

	public function plan(): PlanCheck {
		return new PlanCheck($this->world->tours(), $this->world->anchors(), $this->world->contentTexts(), $this->world->rights);
	}

	public function lastCheck(): LastCheckStore {
		return new LastCheckStore($this->world->settings, $this->world->host, $this->world->apps, $this->world->clock);
	}

	/** @param array<string, array<string, string>> $seen step of the tour "alpha" to device to what was seen */
	public function store(array $seen, string $tour = 'alpha'): void {
		$results = [];
		foreach ($seen as $step => $devices) {
			foreach ($devices as $device => $what) {
				$results[] = new StepResult($tour, $step, Device::from($device), Seen::from($what));
			}
		}
		(new StoreCheck($this->world->tours(), $this->lastCheck(), $this->missing()))->store('nadia', $results);
	}

	public function show(): ShowCheck {
		return new ShowCheck(
			$this->lastCheck(),
			$this->missing(),
			new Places($this->world->library(), $this->world->contentTexts()),
			new Advice($this->world->texts),
		);
	}

	public function tours(): CheckTours {
		return new CheckTours(
			$this->world->library(),
			new CheckTour($this->world->apps, $this->world->anchors(), $this->world->contentTexts(), $this->world->texts),
			$this->world->anchors(),
			$this->world->host,
			$this->show(),
			new FaultWords($this->world->texts),
			$this->world->texts,
		);
	}
}
