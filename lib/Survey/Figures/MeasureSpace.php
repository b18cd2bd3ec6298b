<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Survey\Figures;

use OCA\Compagnon\Openl\Metric;
use OCA\Compagnon\Port\Clock;
use OCA\Compagnon\Port\Host;
use OCA\Compagnon\Port\Log;
use OCA\Compagnon\Port\Preferences;
use OCA\Compagnon\Port\SpaceMeasures;
use OCA\Compagnon\Survey\Panel\SurveyChoices;
use OCA\Compagnon\Survey\SpaceFigures;

/** Counts what the space is made of and keeps bands only. What cannot be counted, or not in time, leaves the others alone. */
final readonly class MeasureSpace implements SpaceFigures {
	/** In a smaller space, figures about what people do describe a person. */
	private const FEW = 5;
	private const ABOUT_PEOPLE = [Metric::ActiveShare30d, Metric::MobileOrDesktopClient];

	/** Seconds for each figure. */
	private const PATIENCE = 2;

	/** The last band begins here, so that there is no need to count on. */
	private const MANY_FILES = 20_000;

	private const MONTH = 30 * 86_400;
	/** Seconds in a twelfth of a year of 365.2425 days. */
	private const TWELFTH = 2_629_746;

	public function __construct(
		private SpaceMeasures $space,
		private Preferences $preferences,
		private Host $host,
		private Clock $clock,
		private Log $log,
	) {
	}

	#[\Override]
	public function measure(): array {
		$without = $this->preferences->everybodyWith(SurveyChoices::UNCOUNTED);
		$accounts = $this->inTime(Metric::Members, fn (): int => $this->space->accounts($without));
		$figures = [];
		foreach (Metric::cases() as $metric) {
			$figures[$metric->value] = $this->mayBeSaid($metric, $accounts) ? $this->figure($metric, $accounts, $without) : null;
		}
		return $figures;
	}

	private function mayBeSaid(Metric $metric, ?int $accounts): bool {
		// When nobody wants to be counted, there is nothing to say, and the lowest band would say something.
		return $accounts !== 0 && (($accounts ?? 0) >= self::FEW || !in_array($metric, self::ABOUT_PEOPLE, true));
	}

	/**
	 * @param list<string> $without
	 * @return string|list<string>|null
	 */
	private function figure(Metric $metric, ?int $accounts, array $without): string|array|null {
		$measured = $this->inTime($metric, fn (): int|bool|array|null => $this->count($metric, $accounts, $without));
		return is_array($measured) || $measured === null ? $measured : $metric->bandOf($measured);
	}

	/**
	 * @param list<string> $without
	 * @return int|bool|list<string>|null as Metric::bandOf() wants it
	 */
	private function count(Metric $metric, ?int $accounts, array $without): int|bool|array|null {
		return match ($metric) {
			Metric::Members => $accounts,
			Metric::ActiveShare30d => $this->share($this->space->active($this->clock->now() - self::MONTH, $without), (int)$accounts),
			Metric::SpaceAge => $this->months($this->space->begun()),
			Metric::NcMajor => $this->host->version(),
			Metric::Storage => $this->space->bytes($without),
			Metric::Files => $this->space->files($without, self::MANY_FILES),
			Metric::Apps => $metric->chosen($this->space->apps($metric->bands())),
			Metric::Groups => $this->space->groups($without),
			Metric::SharesInternal => $this->space->shares($without),
			Metric::LinksPublic => $this->space->links($without),
			Metric::ExternalAccounts => $this->space->guests($without) > 0,
			Metric::MobileOrDesktopClient => $this->space->withClient($this->clock->now() - self::MONTH, $without) > 0,
		};
	}

	/** @return int percent */
	private function share(int $part, int $whole): int {
		return (int)round(100 * min($part, $whole) / max(1, $whole));
	}

	private function months(?int $begun): ?int {
		return $begun === null ? null : intdiv(max(0, $this->clock->now() - $begun), self::TWELFTH);
	}

	/**
	 * @template T
	 * @param \Closure(): T $count
	 * @return T|null
	 */
	private function inTime(Metric $metric, \Closure $count): mixed {
		$began = $this->clock->now();
		try {
			$measured = $count();
		} catch (\Throwable $e) {
			$this->log->warning('The figure {figure} of the space could not be measured: {why}', ['figure' => $metric->value, 'why' => $e::class]);
			return null;
		}
		if ($this->clock->now() - $began > self::PATIENCE) {
			$this->log->warning('The figure {figure} of the space took too long to measure', ['figure' => $metric->value]);
			return null;
		}
		return $measured;
	}
}
