<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer;

use OCA\Compagnon\Content\ContentFault;
use OCA\Compagnon\Content\ContentFolder;
use OCA\Compagnon\Content\ContentTexts;
use OCA\Compagnon\Content\FaultLog;
use OCA\Compagnon\Content\Text;
use OCA\Compagnon\Port\Urls;
use OCA\Compagnon\Transfer\Oauth\BeginConnection;
use OCA\Compagnon\Transfer\Oauth\Providers;
use OCA\Compagnon\Transfer\Source\Fields;

/** How the space is registered at each provider, step by step, for whoever looks after the space. */
final readonly class ShowGuides {
	public function __construct(
		private Providers $providers,
		private ContentFolder $folder,
		private ContentTexts $texts,
		private FaultLog $faults,
		private Urls $urls,
	) {
	}

	/** @return list<array{source: string, title: string, intro: string, minutes: int, steps: list<array{title: string, text: string, url: ?string, copy: list<string>}>}> */
	public function show(): array {
		return array_values(array_filter(array_map($this->guide(...), $this->providers->sources())));
	}

	/** @return ?array{source: string, title: string, intro: string, minutes: int, steps: list<array{title: string, text: string, url: ?string, copy: list<string>}>} */
	private function guide(string $source): ?array {
		try {
			$file = json_encode($this->folder->read("guides/transfer-$source.json", 'guide'), JSON_THROW_ON_ERROR);
		} catch (ContentFault $fault) {
			$this->faults->note($fault);
			return null;
		}
		$guide = new Fields((array)json_decode($file, true, flags: JSON_THROW_ON_ERROR));
		return [
			'source' => $source,
			'title' => $this->words($guide, 'title'),
			'intro' => $this->words($guide, 'intro'),
			'minutes' => $guide->number('minutes') ?? 1,
			'steps' => array_map($this->step(...), $guide->all('steps')),
		];
	}

	/** @return array{title: string, text: string, url: ?string, copy: list<string>} */
	private function step(Fields $step): array {
		$back = $this->urls->page(BeginConnection::CALLBACK);
		return [
			'title' => $this->words($step, 'title'),
			'text' => $this->words($step, 'text'),
			'url' => $step->text('url'),
			'copy' => array_map(static fn (string $value): string => str_replace('{redirectUri}', $back, $value), $step->texts('copy')),
		];
	}

	private function words(Fields $fields, string $key): string {
		return $this->texts->get(new Text($fields->text($key) ?? ''));
	}
}
