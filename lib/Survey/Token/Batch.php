<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Survey\Token;

use OCA\Compagnon\Openl\CatalogueSurvey;
use OCA\Compagnon\Openl\ReportKind;
use OCA\Compagnon\Openl\Stratum;

/** The tokens that a space may have for one kind of reports of one survey: as many for every space, used or not. */
final readonly class Batch {
	private const TOKENS = 10;

	/** @param string $issuer public key of the catalogue, 32 bytes */
	private function __construct(
		public CatalogueSurvey $survey,
		public ReportKind $kind,
		public string $issuer,
	) {
	}

	/** @return ?self null when there are no reports of this kind */
	public static function of(CatalogueSurvey $survey, ReportKind $kind, Stratum $stratum): ?self {
		$issuer = $survey->issuer($stratum, $kind);
		return $issuer === null ? null : new self($survey, $kind, $issuer);
	}

	/** @return list<self> */
	public static function all(CatalogueSurvey $survey, Stratum $stratum): array {
		$kinds = $survey->kind === ReportKind::SpaceFigures ? [ReportKind::SpaceFigures] : [ReportKind::MemberAnswers, ReportKind::MemberText];
		return array_values(array_filter(array_map(static fn (ReportKind $kind): ?self => self::of($survey, $kind, $stratum), $kinds)));
	}

	/** @return positive-int */
	public function size(): int {
		return $this->kind === ReportKind::SpaceFigures ? 1 : self::TOKENS;
	}

	/** @return string hex, 64 characters: the same for the same batch */
	public function id(): string {
		return hash('sha256', implode('|', ['openl/batch', $this->survey->id, $this->survey->period->name, $this->kind->value, $this->issuer]));
	}
}
