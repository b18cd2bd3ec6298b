<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Survey\Consent;

use OCA\Compagnon\Error\Invalid;
use OCA\Compagnon\Error\Refused;
use OCA\Compagnon\Port\Clock;
use OCA\Compagnon\Survey\Catalogue\CatalogueStore;
use OCA\Compagnon\Survey\Catalogue\FetchCatalogue;
use OCA\Compagnon\Survey\Catalogue\Observatories;
use OCA\Compagnon\Survey\Catalogue\Observatory;
use OCA\Compagnon\Survey\Sending\DropQueue;
use OCA\Compagnon\Survey\Sending\Outcome;
use OCA\Compagnon\Survey\Token\GetTokens;

/** Keeps what somebody who looks after the space decided, and makes it true at once. */
final readonly class Decide {
	public function __construct(
		private DecisionRepository $decisions,
		private Consent $consent,
		private Observatories $observatories,
		private Notices $notices,
		private CatalogueStore $catalogue,
		private FetchCatalogue $fetch,
		private GetTokens $tokens,
		private DropQueue $drop,
		private Clock $clock,
	) {
	}

	/**
	 * @param list<string> $leftOut names of figures that are not given
	 * @param string $notice hash of what was read
	 * @throws Invalid|Refused
	 */
	public function decide(string $userId, SurveyLevel $surveys, bool $figures, array $leftOut, string $notice): void {
		$observatory = $this->observatories->named();
		if ($surveys->isOn() && $observatory === null) {
			throw new Refused('No observatory is named for this space, so there is nobody to ask or to send to. Whoever runs the server can name one.');
		}
		$current = $this->notices->current();
		if ($surveys->isOn() && $notice !== $current->sha256) {
			throw new Invalid('notice', 'The notice has changed meanwhile. Reload the page, read it again and decide then.');
		}
		$metrics = $this->metrics($surveys, $figures, $leftOut);
		$before = $this->consent->standing();
		$this->decisions->add(new Decision($userId, $this->clock->now(), $surveys, $figures, array_values(array_unique($leftOut)), $metrics, $current->sha256, $current->version, $observatory->address ?? ''));
		$this->dropWhatMayNotLeave($before, $observatory);
		$this->begin($surveys);
	}

	/**
	 * @param list<string> $leftOut
	 * @return list<string> what is asked for at the moment
	 */
	private function metrics(SurveyLevel $surveys, bool $figures, array $leftOut): array {
		if ($figures && !$surveys->isOn()) {
			throw new Invalid('figures', 'Figures need the list of surveys: it says which ones are asked for. Switch on seeing surveys as well.');
		}
		$metrics = $this->consent->metrics();
		if ($figures && $metrics === null) {
			throw new Invalid('figures', 'No figures are asked for at the moment, so there is nothing to agree to yet.');
		}
		if ($metrics !== null && array_diff($leftOut, $metrics) !== []) {
			throw Invalid::kind('leftOut');
		}
		return $figures ? $metrics : [];
	}

	private function dropWhatMayNotLeave(Standing $before, ?Observatory $observatory): void {
		$now = $this->consent->standing();
		if ($before->agreed !== null && $before->agreed->surveys->isOn() && $before->agreed->observatory !== ($observatory->address ?? '')) {
			$this->drop->everything(Outcome::Moved);
			return;
		}
		if ($now->surveys !== SurveyLevel::Answer) {
			$this->drop->answers(Outcome::Off);
		}
		if (!$now->figures) {
			$this->drop->figures(Outcome::Off);
		}
	}

	/** Whoever has just said yes does not wait a day for the list. */
	private function begin(SurveyLevel $surveys): void {
		if (!$surveys->isOn()) {
			return;
		}
		if ($this->catalogue->current() === null) {
			$this->fetch->fetch();
		}
		$this->tokens->get($this->consent->standing());
	}
}
