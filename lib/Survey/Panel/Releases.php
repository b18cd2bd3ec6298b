<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Survey\Panel;

use OCA\Compagnon\Openl\PublishedResult;
use OCA\Compagnon\Port\Settings;
use OCA\Compagnon\Survey\Catalogue\CatalogueStore;
use OCA\Compagnon\Survey\Sending\Side;
use OCA\Compagnon\Survey\Sending\Wire;

/** Results that were published: fetched by the space for all its members, so that nobody's click tells what they look at. */
final readonly class Releases {
	private const KEY = 'survey_release_';
	/** Of those that are not here yet, so many at a time. */
	private const AT_ONCE = 5;

	public function __construct(
		private CatalogueStore $catalogue,
		private Settings $settings,
		private Wire $wire,
	) {
	}

	/** @return list<PublishedResult> the newest first */
	public function all(): array {
		$results = $this->catalogue->current()->results ?? [];
		usort($results, static fn (PublishedResult $a, PublishedResult $b): int => [$b->day, $b->period->name, $a->survey] <=> [$a->day, $a->period->name, $b->survey]);
		return $results;
	}

	public function find(string $survey, string $period): ?PublishedResult {
		foreach ($this->all() as $result) {
			if ($result->survey === $survey && $result->period->name === $period) {
				return $result;
			}
		}
		return null;
	}

	/** @return ?string its text, which is what the catalogue signed for; null when it is not here */
	public function text(PublishedResult $result): ?string {
		$text = $this->settings->longText(self::key($result), '');
		return hash('sha256', $text) === $result->sha256 ? $text : null;
	}

	public function fetch(): void {
		$missing = array_filter($this->all(), fn (PublishedResult $result): bool => $this->text($result) === null);
		foreach (array_slice($missing, 0, self::AT_ONCE) as $result) {
			$reply = $this->wire->get(Side::Publisher, "observatory/releases/$result->survey/{$result->period->name}");
			$text = $reply?->data['release'] ?? null;
			if (is_string($text) && hash('sha256', $text) === $result->sha256) {
				$this->settings->setLongText(self::key($result), $text);
			}
		}
	}

	private static function key(PublishedResult $result): string {
		return self::KEY . substr(hash('sha256', "$result->survey|{$result->period->name}"), 0, 32);
	}
}
