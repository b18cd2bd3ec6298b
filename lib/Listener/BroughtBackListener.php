<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Listener;

use OCA\Compagnon\Nextcloud\Facts\BroughtBack;
use OCA\Compagnon\Port\Log;
use OCA\Compagnon\Tour\Fact;
use OCP\EventDispatcher\Event;
use OCP\EventDispatcher\IEventListener;
use OCP\IUserSession;

/**
 * Something was brought back; noted only for somebody who has opened a step or a quest about it.
 *
 * @template-implements IEventListener<Event>
 */
final readonly class BroughtBackListener implements IEventListener {
	/** Events of apps that may be missing, so by their names. */
	public const FACTS = [
		'OCA\\Files_Trashbin\\Events\\NodeRestoredEvent' => Fact::TrashRestored,
		'OCA\\Files_Versions\\Events\\VersionRestoredEvent' => Fact::VersionRestored,
	];

	public function __construct(
		private IUserSession $session,
		private BroughtBack $broughtBack,
		private Log $log,
	) {
	}

	#[\Override]
	public function handle(Event $event): void {
		$fact = self::fact($event::class);
		$userId = $this->session->getUser()?->getUID();
		if ($fact === null || $userId === null) {
			return;
		}
		try {
			$this->broughtBack->note($userId, $fact);
		} catch (\Throwable $e) {
			// The file has come back, whatever becomes of the note.
			$this->log->error('What was brought back could not be noted', [], $e);
		}
	}

	private static function fact(string $event): ?Fact {
		return self::FACTS[$event] ?? null;
	}
}
