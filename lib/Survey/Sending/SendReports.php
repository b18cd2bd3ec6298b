<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Survey\Sending;

use OCA\Compagnon\Openl\ReportKind;
use OCA\Compagnon\Port\Clock;
use OCA\Compagnon\Port\Random;
use OCA\Compagnon\Survey\Answer\LeavingDay;
use OCA\Compagnon\Survey\Consent\Standing;
use OCA\Compagnon\Survey\Consent\SurveyLevel;
use OCA\Compagnon\Survey\Day;

/** Sends what is due, shuffled, the very bytes that were sealed; gives up what is too late. */
final readonly class SendReports {
	/** While the catalogue cannot be trusted, nothing is sealed for it or sent. */
	private const STOP = [Trouble::Unsigned, Trouble::Forked, Trouble::Older];

	public function __construct(
		private QueueRepository $queue,
		private SentRepository $sent,
		private Delivery $delivery,
		private LeavingDay $leaving,
		private Troubles $troubles,
		private Clock $clock,
		private Random $random,
	) {
	}

	/**
	 * @param bool $atOnce whether the delay of answers is not waited for
	 * @return int how many the observatory has settled
	 */
	public function send(Standing $standing, bool $atOnce = false): int {
		$this->giveUp();
		if (array_filter(self::STOP, $this->troubles->has(...)) !== []) {
			return 0;
		}
		$settled = 0;
		foreach ($this->shuffled($this->due($standing, $atOnce)) as $report) {
			if (!$this->queue->claim($report)) {
				continue;
			}
			if (!$this->delivery->deliver($report)) {
				break;
			}
			$settled++;
		}
		return $settled;
	}

	private function giveUp(): void {
		foreach ($this->queue->expired(Day::of($this->clock->now())) as $report) {
			if ($report->kind !== Withdrawals::KIND && $this->queue->remove($report->id)) {
				$this->sent->settle($report->id, $report->survey, $report->period, $report->kind, SentState::NotSent, Outcome::Late);
			}
		}
	}

	/** @return list<QueuedReport> */
	private function due(Standing $standing, bool $atOnce): array {
		$today = Day::of($this->clock->now());
		$lastDay = $atOnce ? PHP_INT_MAX : $this->leaving->lastMomentDay();
		$answers = $standing->surveys === SurveyLevel::Answer
			? [...$this->queue->due(ReportKind::MemberAnswers->value, $lastDay), ...$this->queue->due(ReportKind::MemberText->value, $lastDay)]
			: [];
		return [...$answers, ...($standing->figures ? $this->queue->due(ReportKind::SpaceFigures->value, $today) : [])];
	}

	/**
	 * @param list<QueuedReport> $reports
	 * @return list<QueuedReport>
	 */
	private function shuffled(array $reports): array {
		for ($i = count($reports) - 1; $i > 0; $i--) {
			$other = $this->random->between(0, $i);
			[$reports[$i], $reports[$other]] = [$reports[$other], $reports[$i]];
		}
		return array_values($reports);
	}
}
