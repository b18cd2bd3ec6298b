<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Run;

/** Where a run stands; what it does while it is active, its phase says. */
enum RunState: string {
	/** Being put together: source, choice and target can still change. */
	case Draft = 'draft';
	/** Somebody else proposed it; the person has not answered yet. */
	case Asked = 'asked';
	/** Works, or waits for its next slice. */
	case Active = 'active';
	/** The scan is over: nothing is moved before somebody says so. */
	case Ready = 'ready';
	case Paused = 'paused';
	/** The provider does not let us in any more; goes on once it is connected again. */
	case WaitingReconnect = 'waiting_reconnect';
	/** No room is left; goes on once there is. */
	case WaitingRoom = 'waiting_room';
	case Cancelled = 'cancelled';
	/** Everything that can come has come. */
	case Done = 'done';
	/** Over, and some items did not come. */
	case Partial = 'partial';
	/** Ended by something that concerns all of it. */
	case Failed = 'failed';

	/** In these nothing was written, and nobody works. */
	public const UNTOUCHED = [self::Draft, self::Asked, self::Ready];

	public function isEnd(): bool {
		return match ($this) {
			self::Cancelled, self::Done, self::Partial, self::Failed => true,
			default => false,
		};
	}
}
