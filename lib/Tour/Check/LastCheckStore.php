<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tour\Check;

use OCA\Compagnon\Port\Apps;
use OCA\Compagnon\Port\Clock;
use OCA\Compagnon\Port\Host;
use OCA\Compagnon\Port\Settings;

/** Keeps the last check, with what it was made on: an upgrade of the space or of an app makes it old. */
final readonly class LastCheckStore {
	private const KEY = 'last_check';
	private const OURS = 'compagnon';

	public function __construct(
		private Settings $settings,
		private Host $host,
		private Apps $apps,
		private Clock $clock,
	) {
	}

	public function read(): ?LastCheck {
		return LastCheck::fromJson($this->settings->longText(self::KEY, ''));
	}

	/**
	 * @param list<string> $apps apps that the tours are about
	 * @param list<StepResult> $results all of them
	 */
	public function write(array $apps, array $results): void {
		$found = array_filter($results, static fn (StepResult $result): bool => $result->seen === Seen::Found);
		$this->settings->setLongText(self::KEY, (new LastCheck(
			$this->clock->now(),
			$this->host->release(),
			$this->versions([self::OURS, ...$apps]),
			count($found),
			array_values(array_filter($results, static fn (StepResult $result): bool => $result->seen !== Seen::Found)),
		))->toJson());
	}

	/** Whether nothing was upgraded, removed or put back since. */
	public function isCurrent(LastCheck $check): bool {
		return $check->release === $this->host->release()
			&& $check->apps === $this->versions(array_keys($check->apps));
	}

	/**
	 * @param list<string> $apps
	 * @return array<string, string> empty for one that is not there
	 */
	private function versions(array $apps): array {
		$versions = [];
		foreach ($apps as $app) {
			$versions[$app] = $this->apps->version($app) ?? '';
		}
		ksort($versions);
		return $versions;
	}
}
