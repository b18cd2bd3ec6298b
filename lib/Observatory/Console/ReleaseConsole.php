<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory\Console;

use OCA\Compagnon\Error\Refusal;
use OCA\Compagnon\Observatory\Publisher\FreezeWave;
use OCA\Compagnon\Observatory\Publisher\PublishWave;
use OCA\Compagnon\Observatory\Publisher\Release\Layer;
use OCA\Compagnon\Observatory\Publisher\Site\Addresses;

/** Counting and publishing, for whoever looks after the observatory. */
final readonly class ReleaseConsole {
	public function __construct(
		private FreezeWave $freeze,
		private PublishWave $publish,
		private Addresses $addresses,
	) {
	}

	/**
	 * @return list<string>
	 * @throws Refusal
	 */
	public function freeze(string $survey, string $period, bool $early): array {
		$release = $this->freeze->freeze($survey, $period, $early);
		return [
			...array_map(static fn (Layer $layer): string => "$layer->stratum: " . ($layer->answers === null ? 'too few answers to show anything' : "about $layer->answers answers"), $release->strata),
			'Counted. Nobody sees it until it is published, which cannot be undone.',
		];
	}

	/**
	 * @return list<string>
	 * @throws Refusal
	 */
	public function publish(string $survey, string $period): array {
		$release = $this->publish->publish($survey, $period);
		return [
			'Release ' . ($release->chained->number ?? 0) . ', sha256 ' . hash('sha256', $release->json()),
			$this->addresses->page(Addresses::results($survey, $period)),
		];
	}
}
