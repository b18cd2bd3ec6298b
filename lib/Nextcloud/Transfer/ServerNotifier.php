<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Nextcloud\Transfer;

use OCA\Compagnon\AppInfo\Application;
use OCA\Compagnon\Port\Notifier;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\Notification\IManager;
use OCP\Notification\INotification;

/** The bell of the platform. The sentence is put into the person's language when it is shown, by TransferNotices. */
final readonly class ServerNotifier implements Notifier {
	public function __construct(
		private IManager $notices,
		private ITimeFactory $time,
	) {
	}

	#[\Override]
	public function tell(string $userId, string $about, string $sentence, array $values, string $link): void {
		$this->withdraw($userId, $about);
		$notice = $this->about($userId, $about);
		$notice->setSubject(TransferNotices::SUBJECT, ['sentence' => $sentence, 'values' => $values])
			->setLink($link)
			->setDateTime($this->time->getDateTime());
		$this->notices->notify($notice);
	}

	#[\Override]
	public function withdraw(string $userId, string $about): void {
		$this->notices->markProcessed($this->about($userId, $about));
	}

	private function about(string $userId, string $about): INotification {
		return $this->notices->createNotification()->setApp(Application::APP_ID)->setUser($userId)->setObject(TransferNotices::OBJECT, $about);
	}
}
