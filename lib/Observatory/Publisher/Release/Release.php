<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory\Publisher\Release;

use OCA\Compagnon\Observatory\Publisher\Count\Rounding;

/**
 * The published results of a wave: one text that never changes. What each field means, docs/admin/release-format.md says.
 *
 * @phpstan-import-type LayerArray from Layer
 * @phpstan-type ReleaseArray array{format: string, number: ?int, previous: ?string, survey: string, period: string, kind: string, version: string, questionnaire: string, title: array<string, string>, purpose: array<string, string>, organiser: string, contact: string, opened: string, closed: string, frozen: string, published: ?string, k: int, rounding: array{cells: int, totals: int}, per_space: int, licence: string, strata: list<LayerArray>}
 */
final readonly class Release {
	public const FORMAT = 'openl-release/1';
	public const LICENCE = 'etalab-2.0';

	/**
	 * @param array<string, string> $title words by language
	 * @param array<string, string> $purpose words by language
	 * @param string $opened "2026-10-01", as all days
	 * @param int $perSpace reports that one space could send
	 * @param list<Layer> $strata
	 * @param ?Chained $chained null until it is published
	 */
	public function __construct(
		public string $survey,
		public string $period,
		public string $kind,
		public string $version,
		public string $questionnaire,
		public array $title,
		public array $purpose,
		public string $organiser,
		public string $contact,
		public string $opened,
		public string $closed,
		public string $frozen,
		public int $k,
		public int $perSpace,
		public array $strata,
		public ?Chained $chained = null,
	) {
	}

	public function published(Chained $chained): self {
		return new self(
			$this->survey,
			$this->period,
			$this->kind,
			$this->version,
			$this->questionnaire,
			$this->title,
			$this->purpose,
			$this->organiser,
			$this->contact,
			$this->opened,
			$this->closed,
			$this->frozen,
			$this->k,
			$this->perSpace,
			$this->strata,
			$chained,
		);
	}

	public function json(): string {
		return json_encode($this->toArray(), JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES | JSON_PRESERVE_ZERO_FRACTION);
	}

	/** @return ReleaseArray */
	public function toArray(): array {
		return [
			'format' => self::FORMAT,
			'number' => $this->chained?->number,
			'previous' => $this->chained?->previous,
			'survey' => $this->survey,
			'period' => $this->period,
			'kind' => $this->kind,
			'version' => $this->version,
			'questionnaire' => $this->questionnaire,
			'title' => $this->title,
			'purpose' => $this->purpose,
			'organiser' => $this->organiser,
			'contact' => $this->contact,
			'opened' => $this->opened,
			'closed' => $this->closed,
			'frozen' => $this->frozen,
			'published' => $this->chained?->day,
			'k' => $this->k,
			'rounding' => ['cells' => Rounding::CELLS, 'totals' => Rounding::TOTALS],
			'per_space' => $this->perSpace,
			'licence' => self::LICENCE,
			'strata' => array_map(static fn (Layer $layer): array => $layer->toArray(), $this->strata),
		];
	}

	/** @throws Corrupt */
	public static function read(string $json): self {
		$fields = Fields::ofText($json);
		$number = $fields->numberOrNull('number');
		return new self(
			$fields->text('survey'),
			$fields->text('period'),
			$fields->text('kind'),
			$fields->text('version'),
			$fields->text('questionnaire'),
			$fields->words('title'),
			$fields->words('purpose'),
			$fields->text('organiser'),
			$fields->text('contact'),
			$fields->text('opened'),
			$fields->text('closed'),
			$fields->text('frozen'),
			$fields->number('k'),
			$fields->number('per_space'),
			array_map(Layer::read(...), $fields->parts('strata')),
			$number === null ? null : new Chained($number, $fields->textOrNull('previous'), $fields->text('published')),
		);
	}
}
