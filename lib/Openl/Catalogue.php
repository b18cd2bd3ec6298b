<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Openl;

/** What the observatory publishes, the same text for everybody: who asks what until when, and the keys. */
final readonly class Catalogue {
	public const FORMAT = 'openl-catalogue/1';
	public const LARGEST = 2_097_152;
	private const SURVEYS = 50;
	private const RESULTS = 1_000;

	/**
	 * @param string $text the JSON itself, which was signed
	 * @param string $sha256 hex, of the text
	 * @param ?string $previous hex, sha256 of the text of the one before; null at the first
	 * @param string $made day, as `2026-11-28`
	 * @param list<CatalogueSurvey> $surveys
	 * @param list<PublishedResult> $results
	 */
	private function __construct(
		public string $text,
		public string $sha256,
		public int $number,
		public ?string $previous,
		public string $made,
		public CatalogueKeys $keys,
		public Organiser $organiser,
		public array $surveys,
		public array $results,
	) {
	}

	/** @throws Malformed */
	public static function read(string $json): self {
		$fields = Fields::ofJson($json, self::LARGEST, 'catalogue');
		if ($fields->take('format') !== self::FORMAT) {
			throw new Malformed('catalogue.format', Flaw::Unknown);
		}
		$number = $fields->number('number', 1, 1_000_000);
		$catalogue = new self(
			$json,
			hash('sha256', $json),
			$number,
			self::previous($fields, $number),
			$fields->day('made'),
			self::keys($fields->object('keys')),
			self::organiser($fields->object('organiser')),
			self::surveys($fields),
			self::results($fields),
		);
		$fields->end();
		return $catalogue;
	}

	public function survey(string $id, Period $period): ?CatalogueSurvey {
		foreach ($this->surveys as $survey) {
			if ($survey->id === $id && $survey->period->name === $period->name) {
				return $survey;
			}
		}
		return null;
	}

	private static function previous(Fields $fields, int $number): ?string {
		if ($number === 1) {
			return $fields->take('previous') === null ? null : throw new Malformed($fields->at('previous'));
		}
		return $fields->text('previous', Names::SHA256);
	}

	private static function keys(Fields $fields): CatalogueKeys {
		$next = array_map(
			static fn (mixed $key): string => Base64::read($key, SODIUM_CRYPTO_SIGN_PUBLICKEYBYTES, $fields->at('catalogue')),
			$fields->list('catalogue', 1, 3),
		);
		$keys = new CatalogueKeys(
			$next === [] ? throw new Malformed($fields->at('catalogue')) : $next,
			$fields->bytes('sealing', SODIUM_CRYPTO_BOX_PUBLICKEYBYTES),
			$fields->bytes('receipts', SODIUM_CRYPTO_SIGN_PUBLICKEYBYTES),
		);
		$fields->end();
		return $keys;
	}

	private static function organiser(Fields $fields): Organiser {
		$organiser = new Organiser($fields->plain('name', 150), $fields->plain('contact', 150), $fields->plain('site', 300, 0));
		$fields->end();
		return $organiser;
	}

	/**
	 * No two kinds of reports share an issuer's key: a token for one would be a token for the other.
	 *
	 * @return list<CatalogueSurvey>
	 */
	private static function surveys(Fields $fields): array {
		$reader = new CatalogueSurveyReader();
		$surveys = $keys = [];
		foreach ($fields->objects('surveys', 0, self::SURVEYS) as $one) {
			$survey = $reader->read($one);
			$key = "$survey->id|$survey->period";
			$surveys[$key] = isset($surveys[$key]) ? throw new Malformed($one->at('id')) : $survey;
			$keys = [...$keys, ...array_merge(...array_map(array_values(...), array_values($survey->issuers)))];
			if (count(array_unique($keys)) !== count($keys)) {
				throw new Malformed($one->at('issuers'));
			}
		}
		return array_values($surveys);
	}

	/** @return list<PublishedResult> */
	private static function results(Fields $fields): array {
		$results = [];
		foreach ($fields->objects('results', 0, self::RESULTS) as $one) {
			$result = new PublishedResult(
				$one->text('survey', Names::SURVEY),
				new Period($one->text('period', Period::PATTERN)),
				$one->text('sha256', Names::SHA256),
				$one->words('title', 150),
				$one->day('day'),
			);
			$one->end();
			$key = "$result->survey|$result->period";
			$results[$key] = isset($results[$key]) ? throw new Malformed($one->at('survey')) : $result;
		}
		return array_values($results);
	}
}
