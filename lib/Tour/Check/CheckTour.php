<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tour\Check;

use OCA\Compagnon\Content\ContentTexts;
use OCA\Compagnon\Content\Text;
use OCA\Compagnon\Port\Apps;
use OCA\Compagnon\Port\Texts;
use OCA\Compagnon\Tour\AnchorMap;
use OCA\Compagnon\Tour\Step;
use OCA\Compagnon\Tour\Tour;

/** What can be told of one tour without a browser. */
final readonly class CheckTour {
	/** The languages that every tour speaks. */
	private const LANGUAGES = ['fr', 'en'];

	public function __construct(
		private Apps $apps,
		private AnchorMap $anchors,
		private ContentTexts $words,
		private Texts $texts,
	) {
	}

	/** @return list<Finding> */
	public function findings(Tour $tour): array {
		$absent = $this->absent([$tour->app, ...$tour->audience->apps]);
		if ($absent !== null) {
			return [Finding::about(Grade::Fine, $this->texts->t('This tour is not here: the app {app} is not installed. Nothing to do.', ['app' => $absent]), $this->words, $tour)];
		}
		$anchors = $this->anchors->of($tour);
		$findings = $this->ofWords($tour, null, [$tour->title, $tour->summary]);
		foreach ($tour->steps as $step) {
			$findings = [...$findings, ...$this->ofStep($tour, $step, $step->anchor === null || isset($anchors[$step->anchor]))];
		}
		return $findings;
	}

	/** @return list<Finding> */
	private function ofStep(Tour $tour, Step $step, bool $isPlaced): array {
		$absent = $this->absent([$step->app, ...$step->audience->apps]);
		if ($absent !== null) {
			return [Finding::about(Grade::Fine, $this->texts->t('This step is not here: the app {app} is not installed. Nothing to do.', ['app' => $absent]), $this->words, $tour, $step)];
		}
		$findings = $this->ofWords($tour, $step, array_filter([$step->title, $step->text, $step->where]));
		if (!$isPlaced) {
			$findings[] = Finding::about(Grade::Notice, $this->texts->t('This version of the space has no place called “{anchor}”. Members get words instead of a highlight. Update Compagnon.', ['anchor' => (string)$step->anchor]), $this->words, $tour, $step);
		}
		return $findings;
	}

	/**
	 * @param array<array-key, Text> $words
	 * @return list<Finding>
	 */
	private function ofWords(Tour $tour, ?Step $step, array $words): array {
		$findings = [];
		foreach (self::LANGUAGES as $language) {
			$lacking = array_filter($words, fn (Text $text): bool => $this->words->in($language, $text) === null);
			if ($lacking !== []) {
				$keys = implode(', ', array_map(static fn (Text $text): string => $text->key, $lacking));
				$findings[] = Finding::about(Grade::Notice, $this->lacking($language, $keys), $this->words, $tour, $step);
			}
		}
		return $findings;
	}

	private function lacking(string $language, string $keys): string {
		return $language === 'fr'
			? $this->texts->t('Words are missing in French: {keys}. Members read another language there. Add them to the file of the tour.', ['keys' => $keys])
			: $this->texts->t('Words are missing in English: {keys}. Members read another language there. Add them to the file of the tour.', ['keys' => $keys]);
	}

	/**
	 * @param list<string> $apps
	 * @return ?string the first that nobody here can use
	 */
	private function absent(array $apps): ?string {
		foreach ($apps as $app) {
			if ($this->apps->version($app) === null) {
				return $app;
			}
		}
		return null;
	}
}
