<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Nextcloud\Surfaces;

use OCA\Compagnon\AppInfo\Application;
use OCA\Compagnon\Port\Apps;
use OCA\Compagnon\Port\Log;
use OCA\Compagnon\Port\Texts;
use OCA\Compagnon\Tour\NextTours;
use OCA\Compagnon\Tour\TourLine;
use OCP\Dashboard\IAPIWidgetV2;
use OCP\Dashboard\IButtonWidget;
use OCP\Dashboard\IConditionalWidget;
use OCP\Dashboard\IIconWidget;
use OCP\Dashboard\Model\WidgetButton;
use OCP\Dashboard\Model\WidgetItem;
use OCP\Dashboard\Model\WidgetItems;
use OCP\IUserSession;

/** What is next, on the dashboard. The platform draws it, so that no script of ours is on that page. */
final readonly class NextToursWidget implements IAPIWidgetV2, IButtonWidget, IIconWidget, IConditionalWidget {
	/** The page shows seven without a button, or six with one. */
	private const MOST = 7;
	private const ORDER = 40;

	public function __construct(
		private NextTours $tours,
		private TourLinks $links,
		private IUserSession $session,
		private Apps $apps,
		private Texts $texts,
		private Log $log,
	) {
	}

	#[\Override]
	public function getId(): string {
		return Application::APP_ID;
	}

	/** Short, since the dashboard cuts off what is longer than some sixteen letters. */
	#[\Override]
	public function getTitle(): string {
		return $this->texts->t('Guided tours');
	}

	#[\Override]
	public function getOrder(): int {
		return self::ORDER;
	}

	#[\Override]
	public function getIconClass(): string {
		return '';
	}

	#[\Override]
	public function getIconUrl(): string {
		return $this->links->sign();
	}

	#[\Override]
	public function getUrl(): string {
		return $this->links->home();
	}

	#[\Override]
	public function load(): void {
	}

	#[\Override]
	public function isEnabled(): bool {
		$userId = $this->session->getUser()?->getUID();
		return $userId !== null && $this->apps->usable(Application::APP_ID, $userId);
	}

	/** @return list<WidgetButton> */
	#[\Override]
	public function getWidgetButtons(string $userId): array {
		return [new WidgetButton(WidgetButton::TYPE_MORE, $this->links->home(), $this->texts->t('All guided tours'))];
	}

	/** @param ?string $since of no use here: what is next is not a stream of news */
	#[\Override]
	public function getItemsV2(string $userId, ?string $since = null, int $limit = 7): WidgetItems {
		try {
			$lines = $this->tours->next($userId, min($limit, self::MOST));
		} catch (\Throwable $e) {
			// One request of the dashboard asks for the items of all widgets: ours must not take the others along.
			$this->log->error('What is next could not be prepared', [], $e);
			return new WidgetItems([], $this->texts->t('The tours do not answer at the moment. Try again in a minute.'));
		}
		return new WidgetItems(array_map($this->item(...), $lines), $this->texts->t('Nothing is waiting for you here. All tours stay under the “?” at the top of each page.'));
	}

	private function item(TourLine $line): WidgetItem {
		return new WidgetItem($line->title, $line->detail, $this->links->tour($line->id), $this->links->picture(), $line->id);
	}
}
