<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Listener;

use OCA\Compagnon\Privacy\Forget;
use OCP\EventDispatcher\Event;
use OCP\EventDispatcher\IEventListener;
use OCP\User\Events\UserDeletedEvent;

/**
 * What the app keeps about a person goes with their account.
 *
 * @template-implements IEventListener<Event>
 */
final readonly class UserDeletedListener implements IEventListener {
	public function __construct(
		private Forget $forget,
	) {
	}

	#[\Override]
	public function handle(Event $event): void {
		if ($event instanceof UserDeletedEvent) {
			$this->forget->person($event->getUser()->getUID());
		}
	}
}
