<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Openl;

use OCA\Compagnon\Error\Invalid;

/** Reads one survey of a catalogue. */
final class CatalogueSurveyReader {
	private const NAME = 150;
	private const LINE = 1_000;
	private const LEAST_K = 11;

	/** @throws Malformed */
	public function read(Fields $fields): CatalogueSurvey {
		$kind = $this->kind($fields);
		$id = $fields->text('id', Names::SURVEY);
		$version = $fields->text('version', Names::VERSION);
		$metrics = $this->metrics($fields, $kind);
		$questionnaire = $this->questionnaire($fields, $kind, $id, $version);
		[$opens, $closes] = $this->days($fields);
		$survey = new CatalogueSurvey(
			$id,
			$kind,
			$version,
			new Period($fields->text('period', Period::PATTERN)),
			$opens,
			$closes,
			$fields->plain('organiser', self::NAME),
			$fields->plain('contact', self::NAME),
			$fields->words('purpose', self::LINE),
			$fields->words('basis', self::LINE),
			$fields->words('retention', self::LINE),
			$fields->number('k', self::LEAST_K, 1_000),
			$questionnaire,
			$this->sha256($fields, $questionnaire === null ? Metric::setHash($metrics) : $questionnaire->sha256),
			$metrics,
			$this->issuers($fields->object('issuers'), $kind),
		);
		$fields->end();
		return $survey;
	}

	private function kind(Fields $fields): ReportKind {
		$kind = ReportKind::tryFrom($fields->text('kind', '/^[a-z-]{1,20}$/D'));
		return $kind !== null && $kind !== ReportKind::MemberText ? $kind : throw new Malformed($fields->at('kind'));
	}

	/** @return array{string, string} */
	private function days(Fields $fields): array {
		$opens = $fields->day('opens');
		$closes = $fields->day('closes');
		return $closes >= $opens ? [$opens, $closes] : throw new Malformed($fields->at('closes'));
	}

	private function sha256(Fields $fields, string $is): string {
		return $fields->text('sha256', Names::SHA256) === $is ? $is : throw new Malformed($fields->at('sha256'));
	}

	private function questionnaire(Fields $fields, ReportKind $kind, string $id, string $version): ?Questionnaire {
		$text = $fields->take('questionnaire');
		if ($kind === ReportKind::SpaceFigures) {
			return $text === null ? null : throw new Malformed($fields->at('questionnaire'));
		}
		try {
			$questionnaire = is_string($text) ? Questionnaire::read($text) : throw new Malformed($fields->at('questionnaire'));
		} catch (Invalid $e) {
			throw new Malformed($fields->at("questionnaire.$e->field"));
		}
		return $questionnaire->id === $id && $questionnaire->version === $version ? $questionnaire : throw new Malformed($fields->at('questionnaire'));
	}

	/** @return list<Metric> */
	private function metrics(Fields $fields, ReportKind $kind): array {
		$isFigures = $kind === ReportKind::SpaceFigures;
		$metrics = [];
		foreach ($fields->list('metrics', $isFigures ? 1 : 0, $isFigures ? count(Metric::cases()) : 0) as $name) {
			$metric = is_string($name) ? Metric::tryFrom($name) : null;
			if ($metric === null || in_array($metric, $metrics, true)) {
				throw new Malformed($fields->at('metrics'));
			}
			$metrics[] = $metric;
		}
		return $metrics;
	}

	/** @return array<string, array<string, string>> */
	private function issuers(Fields $fields, ReportKind $kind): array {
		$keys = [];
		foreach (Stratum::cases() as $stratum) {
			$ofStratum = $fields->object($stratum->value);
			$keys[$stratum->value][$kind->value] = $ofStratum->bytes($kind->value, 32);
			if ($kind === ReportKind::MemberAnswers && $ofStratum->has(ReportKind::MemberText->value)) {
				$keys[$stratum->value][ReportKind::MemberText->value] = $ofStratum->bytes(ReportKind::MemberText->value, 32);
			}
			$ofStratum->end();
		}
		$fields->end();
		return $keys;
	}
}
