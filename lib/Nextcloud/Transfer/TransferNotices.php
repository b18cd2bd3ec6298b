<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Nextcloud\Transfer;

use OCA\Compagnon\AppInfo\Application;
use OCP\IURLGenerator;
use OCP\L10N\IFactory;
use OCP\Notification\INotification;
use OCP\Notification\INotifier;
use OCP\Notification\UnknownNotificationException;

/** Gives a notice its words, in the language of whoever reads it. */
final readonly class TransferNotices implements INotifier {
	public const SUBJECT = 'transfer';
	public const OBJECT = 'transfer';

	public function __construct(
		private IFactory $languages,
		private IURLGenerator $urls,
	) {
	}

	#[\Override]
	public function getID(): string {
		return Application::APP_ID;
	}

	#[\Override]
	public function getName(): string {
		return $this->languages->get(Application::APP_ID)->t('Moving in');
	}

	#[\Override]
	public function prepare(INotification $notification, string $languageCode): INotification {
		if ($notification->getApp() !== Application::APP_ID || $notification->getSubject() !== self::SUBJECT) {
			throw new UnknownNotificationException();
		}
		$parameters = $notification->getSubjectParameters();
		$sentence = is_string($parameters['sentence'] ?? null) ? $parameters['sentence'] : '';
		$values = array_filter(is_array($parameters['values'] ?? null) ? $parameters['values'] : [], 'is_string');
		$translated = $this->languages->get(Application::APP_ID, $languageCode)->t(str_replace('%', '%%', $sentence));
		$places = array_map(static fn (int|string $name): string => '{' . $name . '}', array_keys($values));
		return $notification
			->setParsedSubject(str_replace($places, array_values($values), $translated))
			->setIcon($this->urls->getAbsoluteURL($this->urls->imagePath(Application::APP_ID, 'app-dark.svg')));
	}
}
