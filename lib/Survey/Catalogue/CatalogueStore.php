<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Survey\Catalogue;

use OCA\Compagnon\Openl\Base64;
use OCA\Compagnon\Openl\Catalogue;
use OCA\Compagnon\Openl\CatalogueSurvey;
use OCA\Compagnon\Openl\Known;
use OCA\Compagnon\Openl\Malformed;
use OCA\Compagnon\Openl\ReportKind;
use OCA\Compagnon\Openl\Words;
use OCA\Compagnon\Port\Clock;
use OCA\Compagnon\Port\Settings;
use OCA\Compagnon\Survey\Day;

/** The catalogue that the space has accepted last, and what the next one is held to. */
final class CatalogueStore {
	private const TEXT = 'survey_catalogue';
	private const CHAIN = 'survey_catalogue_chain';
	/** Receipts of a key that was replaced may come for a while. */
	private const RECEIPT_KEYS = 5;

	private ?Catalogue $read = null;

	public function __construct(
		private readonly Settings $settings,
		private readonly Clock $clock,
		private readonly Observatories $observatories,
	) {
	}

	/** @return ?Catalogue null when none was fetched from the observatory that is named */
	public function current(): ?Catalogue {
		$chain = $this->chain();
		$text = $this->settings->longText(self::TEXT, '');
		if ($chain === null || $text === '') {
			return null;
		}
		try {
			return $this->read = $this->read?->text === $text ? $this->read : Catalogue::read($text);
		} catch (Malformed) {
			return null;
		}
	}

	public function fetchedDay(): ?int {
		$day = $this->chain()['day'] ?? null;
		return is_int($day) ? $day : null;
	}

	/** What the next catalogue is held to; another observatory begins anew with the key that was named. */
	public function known(Observatory $observatory): Known {
		$known = $this->chain()['known'] ?? null;
		try {
			return is_string($known) ? Known::fromText($known) : Known::pinned($observatory->key);
		} catch (Malformed) {
			return Known::pinned($observatory->key);
		}
	}

	/** @return list<string> keys of receipts, 32 bytes each, the newest first */
	public function receiptKeys(): array {
		$keys = $this->chain()['receipts'] ?? [];
		return is_array($keys) ? array_values(array_map(static fn (mixed $key): string => Base64::read($key, SODIUM_CRYPTO_SIGN_PUBLICKEYBYTES, 'receipts'), $keys)) : [];
	}

	public function keep(Observatory $observatory, Catalogue $catalogue): void {
		$keys = array_slice(array_values(array_unique([$catalogue->keys->receipts, ...$this->receiptKeys()])), 0, self::RECEIPT_KEYS);
		$this->settings->setLongText(self::TEXT, $catalogue->text);
		$this->settings->setLongText(self::CHAIN, json_encode([
			'observatory' => self::mark($observatory),
			'known' => Known::of($catalogue)->toText(),
			'day' => Day::of($this->clock->now()),
			'receipts' => array_map(base64_encode(...), $keys),
			'titles' => self::titlesOf($catalogue) + $this->titles(),
		], JSON_THROW_ON_ERROR));
	}

	/**
	 * What surveys were called. The catalogue lets go of those that are over, the history does not.
	 *
	 * @return array<array-key, array<array-key, mixed>> by survey, each as the schema Bilingual
	 */
	public function titles(): array {
		$titles = $this->chain()['titles'] ?? [];
		return is_array($titles) ? array_filter($titles, is_array(...)) : [];
	}

	/** @return array<string, Words> */
	private static function titlesOf(Catalogue $catalogue): array {
		$titles = [];
		foreach ($catalogue->surveys as $survey) {
			if ($survey->questionnaire !== null) {
				$titles[$survey->id] = $survey->questionnaire->title;
			}
		}
		return $titles;
	}

	/** @return list<CatalogueSurvey> for members, those that are not over: the first to close first */
	public function surveys(): array {
		return $this->notOver(ReportKind::MemberAnswers);
	}

	/** The survey of that name that is open now, or else the next one to open. */
	public function survey(string $id): ?CatalogueSurvey {
		foreach ($this->surveys() as $survey) {
			if ($survey->id === $id) {
				return $survey;
			}
		}
		return null;
	}

	/** The figures that are asked for now, or else next. */
	public function figures(): ?CatalogueSurvey {
		return $this->notOver(ReportKind::SpaceFigures)[0] ?? null;
	}

	/** @return list<CatalogueSurvey> */
	private function notOver(ReportKind $kind): array {
		$today = Day::text(Day::of($this->clock->now()));
		$surveys = array_values(array_filter(
			$this->current()->surveys ?? [],
			static fn (CatalogueSurvey $survey): bool => $survey->kind === $kind && $survey->closes >= $today,
		));
		usort($surveys, static fn (CatalogueSurvey $a, CatalogueSurvey $b): int => [$a->opens > $today, $a->closes, $a->id] <=> [$b->opens > $today, $b->closes, $b->id]);
		return $surveys;
	}

	/** @return array<array-key, mixed>|null null when there is none of the observatory that is named */
	private function chain(): ?array {
		$observatory = $this->observatories->named();
		$chain = json_decode($this->settings->longText(self::CHAIN, ''), true);
		return $observatory !== null && is_array($chain) && ($chain['observatory'] ?? null) === self::mark($observatory) ? $chain : null;
	}

	private static function mark(Observatory $observatory): string {
		return $observatory->address . ' ' . base64_encode($observatory->key);
	}
}
