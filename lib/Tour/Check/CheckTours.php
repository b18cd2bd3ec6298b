<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tour\Check;

use OCA\Compagnon\Content\ContentFault;
use OCA\Compagnon\Content\FaultWords;
use OCA\Compagnon\Port\Host;
use OCA\Compagnon\Port\Texts;
use OCA\Compagnon\Tour\AnchorMap;
use OCA\Compagnon\Tour\Tour;
use OCA\Compagnon\Tour\TourLibrary;

/** Everything that can be told of the tours without a browser, with what the last check in one has said. */
final readonly class CheckTours {
	public function __construct(
		private TourLibrary $library,
		private CheckTour $checkTour,
		private AnchorMap $anchors,
		private Host $host,
		private ShowCheck $showCheck,
		private FaultWords $faults,
		private Texts $texts,
	) {
	}

	/** @return array{tours: int, findings: list<Finding>} how many tours there are, and the findings, problems first */
	public function check(): array {
		['tours' => $tours, 'faults' => $faults] = $this->library->readAll();
		$findings = [
			...array_map(fn (ContentFault $fault): Finding => new Finding(Grade::Problem, $this->faults->message($fault)), $faults),
			...array_merge(...array_map(fn (Tour $tour): array => $this->checkTour->findings($tour), $tours)),
			...$this->ofVersion(),
			...$this->ofBrowser(),
			...array_map(static fn (array $missed): Finding => Finding::at(Grade::Problem, $missed), $this->showCheck->missed()),
		];
		$order = array_flip(array_map(static fn (Grade $grade): string => $grade->value, Grade::cases()));
		usort($findings, static fn (Finding $a, Finding $b): int => $order[$a->grade->value] <=> $order[$b->grade->value]);
		return ['tours' => count($tours), 'findings' => $findings];
	}

	/** @return list<Finding> */
	private function ofVersion(): array {
		$since = $this->anchors->since();
		return $since === $this->host->version() ? [] : [new Finding(Grade::Notice, $since === null
			? $this->texts->t('Compagnon does not know the pages of this kind of space. Members get words instead of highlights.')
			: $this->texts->t('The places that tours point at were looked at on version {known}; this is version {version}. Check the tours in the browser, and look for an update of Compagnon.', ['known' => (string)$since, 'version' => (string)$this->host->version()]))];
	}

	/** @return list<Finding> */
	private function ofBrowser(): array {
		$last = $this->showCheck->last();
		if ($last === null) {
			return [new Finding(Grade::Notice, $this->texts->t('The tours were never checked in a browser. An administrator does that on the page “Tour check” of Compagnon.'))];
		}
		$day = gmdate('Y-m-d', $last['at']);
		$findings = [$last['current']
			? new Finding(Grade::Fine, $this->texts->t('Last check in a browser: {day}. Targets found: {found}.', ['day' => $day, 'found' => (string)$last['found']]))
			: new Finding(Grade::Notice, $this->texts->t('The last check in a browser is from {day}; since then something was updated. Check again.', ['day' => $day]))];
		foreach ($last['results'] as $result) {
			if (Seen::from($result['seen'])->isWrong()) {
				$findings[] = Finding::at(Grade::Problem, $result);
			}
		}
		return $findings;
	}
}
