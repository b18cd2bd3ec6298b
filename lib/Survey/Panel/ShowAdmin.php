<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Survey\Panel;

use OCA\Compagnon\Openl\ReportKind;
use OCA\Compagnon\Survey\Catalogue\Observatories;
use OCA\Compagnon\Survey\Consent\Consent;
use OCA\Compagnon\Survey\Consent\Decision;
use OCA\Compagnon\Survey\Consent\DecisionRepository;
use OCA\Compagnon\Survey\Consent\Notices;
use OCA\Compagnon\Survey\Consent\Standing;
use OCA\Compagnon\Survey\Sending\QueueRepository;
use OCA\Compagnon\Survey\SpaceKey;
use OCA\Compagnon\Survey\Token\Enrolment;

/** What whoever looks after the space decides on, and what they have to know for it. */
final readonly class ShowAdmin {
	public function __construct(
		private Consent $consent,
		private DecisionRepository $decisions,
		private Notices $notices,
		private Observatories $observatories,
		private Enrolment $enrolment,
		private SpaceKey $key,
		private QueueRepository $queue,
		private PanelParts $parts,
		private MetricWords $metrics,
		private SurveyWords $words,
	) {
	}

	/** @return array<string, mixed> as the schema SurveyAdmin of openapi.json */
	public function show(): array {
		$standing = $this->consent->standing();
		return [
			'observatory' => $this->parts->observatory(),
			'catalogue' => $this->parts->catalogue(),
			'agreed' => $standing->agreed === null ? null : $this->parts->decision($standing->agreed, true),
			'switches' => $this->parts->switches($standing),
			'fallen' => $standing->fallen?->value,
			'notice' => $this->notices->current()->toArray(),
			'metrics' => $this->metrics->of($this->consent->metrics() ?? []),
			'leftOut' => $standing->leftOut(),
			'added' => $this->added($standing),
			'enrolment' => $this->enrolment(),
			'problems' => $this->words->troubles(),
			'decisions' => array_map(fn (Decision $decision): array => $this->parts->decision($decision, true), $this->decisions->all()),
			'waiting' => array_sum(array_map(fn (ReportKind $kind): int => $this->queue->count($kind->value), ReportKind::cases())),
		];
	}

	/** @return list<string> names of figures that are asked for since figures were agreed to; none when they never were */
	private function added(Standing $standing): array {
		$agreed = $standing->agreed;
		return $agreed === null || !$agreed->figures ? [] : array_values(array_diff($this->consent->metrics() ?? [], $agreed->metrics));
	}

	/** @return array{state: string, key: ?string} */
	private function enrolment(): array {
		$observatory = $this->observatories->named();
		$stratum = $observatory === null ? null : $this->enrolment->stratum($observatory);
		$key = $this->key->publicKey();
		return ['state' => $stratum->value ?? 'none', 'key' => $key === null ? null : base64_encode($key)];
	}
}
