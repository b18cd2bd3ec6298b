<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Listener;

use OCA\Compagnon\AppInfo\Application;
use OCA\Compagnon\Port\Apps;
use OCA\Compagnon\Port\Log;
use OCA\Compagnon\Tour\PageState;
use OCP\AppFramework\Http\Events\BeforeTemplateRenderedEvent;
use OCP\AppFramework\Http\TemplateResponse;
use OCP\AppFramework\Services\IInitialState;
use OCP\EventDispatcher\Event;
use OCP\EventDispatcher\IEventListener;
use OCP\IUserSession;
use OCP\Util;

/**
 * Puts the loader on the pages of people who can use the app. The platform registers listeners for everybody, also for
 * people outside the groups that the app is limited to, and fires this event for public pages too.
 *
 * @template-implements IEventListener<Event>
 */
final readonly class PageListener implements IEventListener {
	public function __construct(
		private IUserSession $session,
		private IInitialState $initialState,
		private PageState $state,
		private Apps $apps,
		private Log $log,
	) {
	}

	#[\Override]
	public function handle(Event $event): void {
		if (!$event instanceof BeforeTemplateRenderedEvent
			|| !$event->isLoggedIn()
			|| $event->getResponse()->getRenderAs() !== TemplateResponse::RENDER_AS_USER) {
			return;
		}
		$userId = $this->session->getUser()?->getUID();
		if ($userId === null || !$this->apps->usable(Application::APP_ID, $userId)) {
			return;
		}
		try {
			$state = $this->state->forPage($userId, $event->getResponse()->getApp());
		} catch (\Throwable $e) {
			// Help must never keep somebody from their page.
			$this->log->error('The help on this page could not be prepared', [], $e);
			return;
		}
		$this->initialState->provideInitialState('loader', $state);
		Util::addScript(Application::APP_ID, Application::APP_ID . '-loader');
	}
}
