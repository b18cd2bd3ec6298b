<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Survey;

use OCA\Compagnon\Port\Clock;
use OCA\Compagnon\Survey\Answer\LeavingDay;
use OCA\Compagnon\Survey\Catalogue\CatalogueStore;
use OCA\Compagnon\Survey\Catalogue\FetchCatalogue;
use OCA\Compagnon\Survey\Consent\Consent;
use OCA\Compagnon\Survey\Figures\PrepareFigures;
use OCA\Compagnon\Survey\Panel\Releases;
use OCA\Compagnon\Survey\Sending\QueueRepository;
use OCA\Compagnon\Survey\Sending\SendReports;
use OCA\Compagnon\Survey\Sending\Trouble;
use OCA\Compagnon\Survey\Sending\Troubles;
use OCA\Compagnon\Survey\Sending\Withdrawals;
use OCA\Compagnon\Survey\Token\GetTokens;

/** What the space does about surveys by itself, every quarter of an hour. Nothing while everything is off. */
final readonly class WorkOnSurveys {
	public function __construct(
		private Consent $consent,
		private CatalogueStore $catalogue,
		private FetchCatalogue $fetch,
		private GetTokens $tokens,
		private PrepareFigures $figures,
		private QueueRepository $queue,
		private Withdrawals $withdrawals,
		private SendReports $send,
		private Releases $releases,
		private CloseSurveys $close,
		private LeavingDay $leaving,
		private Troubles $troubles,
		private Clock $clock,
	) {
	}

	/**
	 * @param bool $atOnce whether neither the space's moment of the day nor the delay of answers is waited for
	 * @return int how many reports the observatory has settled
	 */
	public function work(bool $atOnce = false): int {
		$standing = $this->consent->standing();
		if ($this->queue->count(Withdrawals::KIND) > 0) {
			$this->withdrawals->send();
		}
		return $standing->surveys->isOn() ? $this->takePart($atOnce) : 0;
	}

	private function takePart(bool $atOnce): int {
		$looked = ($atOnce || $this->isTimeToLook()) && $this->fetch->fetch();
		// A new catalogue may ask for something else than what was agreed to.
		$standing = $this->consent->standing();
		if ($atOnce || $looked || $this->leaving->lastMomentDay() === Day::of($this->clock->now())) {
			$this->tokens->get($standing);
			$this->releases->fetch();
		}
		$this->figures->prepare($standing, $atOnce);
		$settled = $this->send->send($standing, $atOnce);
		$this->close->close();
		return $settled;
	}

	/** Once a day, after the space's own moment; sooner when there is none yet, or a receipt is signed with a key that is not known. */
	private function isTimeToLook(): bool {
		$day = $this->catalogue->fetchedDay();
		return $day === null || $this->troubles->has(Trouble::Receipt) || $day < $this->leaving->lastMomentDay();
	}
}
