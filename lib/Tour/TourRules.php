<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tour;

use OCA\Compagnon\Content\ContentFault;

/** What a tour file has to keep to beyond its schema. */
final readonly class TourRules {
	public function __construct(
		private AnchorMap $anchors,
	) {
	}

	/** @throws ContentFault */
	public function check(TourFile $file, Tour $tour): void {
		if ($tour->id !== $file->id) {
			throw ContentFault::otherId($file->name, $tour->id);
		}
		$twice = array_diff_key($tour->stepIds(), array_unique($tour->stepIds()));
		if ($twice !== []) {
			throw ContentFault::stepTwice($file->name, reset($twice));
		}
		if (!$file->isShipped) {
			$this->checkWords($file, $tour);
		}
		$this->checkAnchors($file, $tour);
	}

	private function checkWords(TourFile $file, Tour $tour): void {
		$texts = [$tour->title, $tour->summary];
		foreach ($tour->steps as $step) {
			$texts = [...$texts, $step->title, $step->text, ...($step->where === null ? [] : [$step->where])];
		}
		foreach ($texts as $text) {
			if ($text->own === []) {
				throw ContentFault::noWords($file->name, $text->key);
			}
		}
	}

	private function checkAnchors(TourFile $file, Tour $tour): void {
		$shipped = $this->anchors->names();
		if ($shipped === null) {
			// Then it is resources/anchors.json that is broken, not every tour.
			return;
		}
		$known = $tour->ownAnchors + $shipped;
		foreach ($tour->steps as $step) {
			if ($step->anchor !== null && !isset($known[$step->anchor])) {
				throw ContentFault::unknownAnchor($file->name, $step->id, $step->anchor);
			}
		}
		$here = $tour->ownAnchors + $this->anchors->here();
		$fault = (new AnchorLinks($tour->ownAnchors))->fault($file->name, $here)
			?? (new AnchorLinks($here))->circleThrough($file->name, array_keys($tour->ownAnchors));
		if ($fault !== null) {
			throw $fault;
		}
	}
}
