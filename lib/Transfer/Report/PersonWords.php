<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Report;

use OCA\Compagnon\Port\Texts;

/** What a report calls those who had access at a source. */
final readonly class PersonWords {
	/** What sources say for a link that is open to everybody. */
	private const ANYONE = 'anyone';

	public function __construct(
		private Texts $texts,
	) {
	}

	public function of(string $who): string {
		return $who === self::ANYONE ? $this->texts->t('Anybody with the link') : $who;
	}
}
