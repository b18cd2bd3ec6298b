<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Report;

use OCA\Compagnon\Port\Texts;
use OCA\Compagnon\Transfer\Item\ItemState;

/** What a report calls where an item stands. */
final readonly class StateWords {
	public function __construct(
		private Texts $texts,
	) {
	}

	public function of(ItemState $state): string {
		return match ($state) {
			ItemState::Found, ItemState::Queued, ItemState::Fetching, ItemState::Writing => $this->texts->t('still to come'),
			ItemState::Verified => $this->texts->t('arrived, checked'),
			ItemState::Identical => $this->texts->t('was here already'),
			ItemState::Skipped => $this->texts->t('left out by choice'),
			ItemState::Unsupported => $this->texts->t('cannot be taken out'),
			ItemState::Vanished => $this->texts->t('no longer there'),
			ItemState::Failed => $this->texts->t('has not come'),
		};
	}
}
