<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Survey\Panel;

use OCA\Compagnon\Openl\CatalogueSurvey;
use OCA\Compagnon\Port\Clock;
use OCA\Compagnon\Port\Members;
use OCA\Compagnon\Port\Texts;
use OCA\Compagnon\Survey\Answer\Roll;
use OCA\Compagnon\Survey\Answer\SealReport;
use OCA\Compagnon\Survey\Catalogue\CatalogueStore;
use OCA\Compagnon\Survey\Consent\Consent;
use OCA\Compagnon\Survey\Consent\Notices;
use OCA\Compagnon\Survey\Consent\Standing;
use OCA\Compagnon\Survey\Consent\SurveyLevel;

/** What a member sees of surveys. Asks the observatory nothing. */
final readonly class ShowPanel {
	private const SENTENCES = [
		'answered' => 'You have answered. Thank you!',
		'full' => 'Ten members of this space have answered, and no space sends more, so that none outweighs the others. Thank you all the same.',
		'later' => 'This survey has not begun yet.',
		'waiting' => 'The space is not ready for this survey yet: it still waits for the observatory.',
		'closed' => 'Surveys are not open to members of this space at the moment.',
	];

	public function __construct(
		private Consent $consent,
		private CatalogueStore $catalogue,
		private Notices $notices,
		private PanelParts $parts,
		private SurveyChoices $choices,
		private Roll $roll,
		private SealReport $seal,
		private Members $members,
		private Texts $texts,
		private Clock $clock,
	) {
	}

	/** @return array<string, mixed> as the schema SurveyPanel of openapi.json */
	public function show(string $userId): array {
		$standing = $this->consent->standing();
		$surveys = $standing->surveys->isOn() ? array_map(fn (CatalogueSurvey $survey): array => $this->survey($survey, $standing, $userId), $this->catalogue->surveys()) : [];
		$open = array_column(array_filter($surveys, static fn (array $survey): bool => $survey['state'] === 'open'), 'id');
		return [
			'observatory' => $this->parts->observatory(),
			'switches' => $this->parts->switches($standing),
			'fallen' => $standing->fallen !== null,
			'catalogue' => $standing->surveys->isOn() ? $this->parts->catalogue() : null,
			'surveys' => $surveys,
			'ask' => $this->choices->ask($userId, array_values(array_filter($open, is_string(...)))),
			'choices' => $this->choices->toArray($userId),
			'notice' => $this->notices->current()->toArray(),
			'mayDecide' => $this->members->isAdmin($userId),
		];
	}

	/** @return array<string, mixed> as the schema Survey */
	private function survey(CatalogueSurvey $survey, Standing $standing, string $userId): array {
		$state = $this->state($survey, $standing, $userId);
		if ($state === 'open') {
			return $this->parts->survey($survey) + ['state' => $state, 'message' => null];
		}
		$why = $state === 'waiting' && $standing->surveys !== SurveyLevel::Answer ? 'closed' : $state;
		return $this->parts->survey($survey) + ['state' => $state, 'message' => $this->texts->t(self::SENTENCES[$why])];
	}

	/** @return 'open'|'answered'|'full'|'waiting'|'later' */
	private function state(CatalogueSurvey $survey, Standing $standing, string $userId): string {
		if ($this->roll->has($userId, $survey->id, $survey->period->name)) {
			return 'answered';
		}
		if (!$survey->isOpen($this->clock->now())) {
			return 'later';
		}
		$tokens = $standing->surveys === SurveyLevel::Answer ? $this->seal->state($survey) : 'waiting';
		return $tokens === 'ready' ? 'open' : $tokens;
	}
}
