<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Survey\Panel;

use OCA\Compagnon\Openl\CatalogueSurvey;
use OCA\Compagnon\Port\People;
use OCA\Compagnon\Survey\Catalogue\CatalogueStore;
use OCA\Compagnon\Survey\Catalogue\Observatories;
use OCA\Compagnon\Survey\Consent\Decision;
use OCA\Compagnon\Survey\Consent\Standing;
use OCA\Compagnon\Survey\Day;

/** What members and whoever looks after the space are shown alike. */
final readonly class PanelParts {
	public function __construct(
		private Observatories $observatories,
		private CatalogueStore $catalogue,
		private People $people,
	) {
	}

	/** @return ?array<string, mixed> as the schema SurveyObservatory of openapi.json */
	public function observatory(): ?array {
		$observatory = $this->observatories->named();
		$organiser = $this->catalogue->current()?->organiser;
		return $observatory === null ? null : [
			'address' => $observatory->address,
			'key' => base64_encode($observatory->key),
			'name' => $organiser?->name,
			'contact' => $organiser?->contact,
			'site' => $organiser === null || $organiser->site === '' ? null : $organiser->site,
		];
	}

	/** @return ?array<string, mixed> as the schema SurveyCatalogue */
	public function catalogue(): ?array {
		$catalogue = $this->catalogue->current();
		return $catalogue === null ? null : [
			'number' => $catalogue->number,
			'sha256' => $catalogue->sha256,
			'made' => $catalogue->made,
			'fetched' => Day::text($this->catalogue->fetchedDay() ?? 0),
		];
	}

	/** @return array{surveys: string, figures: bool} */
	public function switches(Standing $standing): array {
		return ['surveys' => $standing->surveys->value, 'figures' => $standing->figures];
	}

	/** @return array<string, mixed> as the schema SurveyDecision */
	public function decision(Decision $decision, bool $withName): array {
		return [
			'day' => Day::text(Day::of($decision->decidedAt)),
			'who' => $withName && $decision->decidedBy !== '' ? $this->people->name($decision->decidedBy) : null,
			'surveys' => $decision->surveys->value,
			'figures' => $decision->figures,
			'leftOut' => $decision->leftOut,
			'notice' => $decision->notice,
			'version' => $decision->version,
		];
	}

	/** @return array<string, mixed> of the schema Survey: all but the person's own state */
	public function survey(CatalogueSurvey $survey): array {
		$questionnaire = (array)json_decode($survey->questionnaire->json ?? '{}', true);
		unset($questionnaire['$schema']);
		return [
			'id' => $survey->id,
			'version' => $survey->version,
			'sha256' => $survey->sha256,
			'period' => $survey->period->name,
			'opens' => $survey->opens,
			'closes' => $survey->closes,
			'organiser' => $survey->organiser,
			'contact' => $survey->contact,
			'purpose' => $survey->purpose,
			'basis' => $survey->basis,
			'retention' => $survey->retention,
			'k' => $survey->k,
			'questionnaire' => $questionnaire,
		];
	}
}
