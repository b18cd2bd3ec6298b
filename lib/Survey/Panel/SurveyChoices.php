<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Survey\Panel;

use OCA\Compagnon\Error\Invalid;
use OCA\Compagnon\Port\Clock;
use OCA\Compagnon\Port\Preferences;

/** What a member decides about surveys for themselves. */
final readonly class SurveyChoices {
	/** Members with this flag are left out of the figures before anything is put into a band. */
	public const UNCOUNTED = 'survey_uncounted';

	private const NEVER = 'survey_never';
	private const EVERY = 'survey_every';
	private const ASKED = 'survey_asked';
	private const MONTHS = [0, 3, 6, 12];
	private const USUAL = 3;

	public function __construct(
		private Preferences $preferences,
		private Clock $clock,
	) {
	}

	/** @throws Invalid */
	public function choose(string $userId, int $every, bool $never, bool $counted): void {
		if (!in_array($every, self::MONTHS, true)) {
			throw Invalid::kind('every');
		}
		$this->preferences->setText($userId, self::EVERY, (string)$every);
		$this->preferences->setFlag($userId, self::NEVER, $never);
		$this->preferences->setFlag($userId, self::UNCOUNTED, !$counted);
	}

	/** @return int months between two proposals at least */
	public function every(string $userId): int {
		$every = $this->preferences->text($userId, self::EVERY);
		return $every === '' ? self::USUAL : (int)$every;
	}

	public function never(string $userId): bool {
		return $this->preferences->flag($userId, self::NEVER);
	}

	/**
	 * Which of the surveys may be proposed now. What is kept is which survey was proposed in which month, never whether it
	 * was answered.
	 *
	 * @param list<string> $surveys that the person could answer
	 */
	public function ask(string $userId, array $surveys): ?string {
		if ($this->never($userId) || $surveys === []) {
			return null;
		}
		[$last, $month] = explode(' ', $this->preferences->text($userId, self::ASKED) . ' 0');
		if (in_array($last, $surveys, true)) {
			return $last;
		}
		$now = $this->month();
		if ($last !== '' && $now - (int)$month < $this->every($userId)) {
			return null;
		}
		$this->preferences->setText($userId, self::ASKED, "$surveys[0] $now");
		return $surveys[0];
	}

	/** @return array{every: int, never: bool, counted: bool} */
	public function toArray(string $userId): array {
		return [
			'every' => $this->every($userId),
			'never' => $this->never($userId),
			'counted' => !$this->preferences->flag($userId, self::UNCOUNTED),
		];
	}

	/** @return int months since the year 0 */
	private function month(): int {
		return 12 * (int)gmdate('Y', $this->clock->now()) + (int)gmdate('n', $this->clock->now());
	}
}
