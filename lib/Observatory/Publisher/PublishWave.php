<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory\Publisher;

use OCA\Compagnon\Error\NotFound;
use OCA\Compagnon\Error\Refused;
use OCA\Compagnon\Observatory\Publisher\Release\Chained;
use OCA\Compagnon\Observatory\Publisher\Release\CheckRelease;
use OCA\Compagnon\Observatory\Publisher\Release\Corrupt;
use OCA\Compagnon\Observatory\Publisher\Release\Release;
use OCA\Compagnon\Observatory\Publisher\Release\ReleaseRepository;
use OCA\Compagnon\Port\Clock;
use OCA\Compagnon\Port\Database;

/** Makes a frozen wave public, once and for good. */
final readonly class PublishWave {
	public function __construct(
		private Waves $waves,
		private ReleaseRepository $releases,
		private Database $database,
		private Clock $clock,
	) {
	}

	/** NotFound when it was not counted; Refused when it is published already, or shows what it must not. */
	public function publish(string $survey, string $period): Release {
		return $this->database->transactional(fn (): Release => $this->chain($survey, $period));
	}

	/** @throws NotFound|Refused|Corrupt */
	private function chain(string $survey, string $period): Release {
		$row = $this->releases->find($survey, $period);
		if ($row?->body === null) {
			throw new NotFound('This survey has not been counted yet. Freeze it first.');
		}
		if ($row->isPublished()) {
			throw self::again();
		}
		$last = $this->releases->lines()[0] ?? null;
		$chained = new Chained(($last->number ?? 0) + 1, $last?->sha256, gmdate('Y-m-d', $this->clock->now()));
		$release = Release::read($row->body)->published($chained);
		$this->store($release, $chained);
		return $release;
	}

	/** @throws Refused */
	private function store(Release $release, Chained $chained): void {
		$faults = CheckRelease::faults($release);
		if ($faults !== []) {
			throw new Refused('It stays unpublished, for it would show what it must not: {faults}.', ['faults' => implode(', ', $faults)]);
		}
		$body = $release->json();
		if (!$this->releases->publish($release, $chained, $body)) {
			throw self::again();
		}
		$this->waves->announce($release->survey, $release->period, hash('sha256', $body), $chained->day);
	}

	private static function again(): Refused {
		return new Refused('This survey has been published already. Results are published once and never change.');
	}
}
