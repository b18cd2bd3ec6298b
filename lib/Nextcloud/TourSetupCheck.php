<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Nextcloud;

use OCA\Compagnon\Port\Texts;
use OCA\Compagnon\Tour\Check\Seen;
use OCA\Compagnon\Tour\Check\ShowCheck;
use OCP\IURLGenerator;
use OCP\SetupCheck\ISetupCheck;
use OCP\SetupCheck\SetupResult;

/**
 * Says in the server's overview how the last tour check in a browser ended. The page shows descriptions as HTML and
 * escapes parameters only, so names travel in these.
 */
final readonly class TourSetupCheck implements ISetupCheck {
	public function __construct(
		private ShowCheck $check,
		private Texts $texts,
		private IURLGenerator $urls,
	) {
	}

	#[\Override]
	public function getCategory(): string {
		return 'system';
	}

	#[\Override]
	public function getName(): string {
		return $this->texts->t('Guided tours of Compagnon');
	}

	#[\Override]
	public function run(): SetupResult {
		$last = $this->check->last();
		if ($last === null) {
			return SetupResult::info($this->texts->t('The tours were never checked here. That is done on this page: {page}.'), null, $this->parameters());
		}
		$wrong = array_filter($last['results'], static fn (array $result): bool => Seen::from($result['seen'])->isWrong());
		if ($wrong !== []) {
			$steps = array_unique(array_map(static fn (array $result): string => "{$result['title']} – {$result['stepTitle']} ({$result['anchor']})", $wrong));
			return SetupResult::warning(
				$this->texts->t('Some steps of tours have lost what they point at, or their page: {steps}. What to do is said on this page: {page}.'),
				null,
				$this->parameters() + ['steps' => self::highlight('steps', implode(', ', $steps))],
			);
		}
		if (!$last['current'] || $last['found'] === 0) {
			return SetupResult::info($this->texts->t('Something was updated since the tours were last checked. That is done on this page: {page}.'), null, $this->parameters());
		}
		return SetupResult::success($this->texts->t('Everything that the tours point at was found.'));
	}

	/** @return array<string, array<string, string>> */
	private function parameters(): array {
		return ['page' => self::highlight('page', $this->texts->t('Tour check')) + ['link' => $this->urls->linkToRouteAbsolute('compagnon.page.check')]];
	}

	/** @return array{type: string, id: string, name: string} */
	private static function highlight(string $id, string $name): array {
		return ['type' => 'highlight', 'id' => $id, 'name' => $name];
	}
}
