<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Openl;

/** Plain text in the languages of the panel. */
final readonly class Words implements \JsonSerializable {
	public function __construct(
		public string $fr,
		public string $en,
	) {
	}

	/** @param string $language as `fr` or `fr_FR`; English unless it is French */
	public function in(string $language): string {
		return str_starts_with($language, 'fr') ? $this->fr : $this->en;
	}

	/** @return array{fr: string, en: string} */
	#[\Override]
	public function jsonSerialize(): array {
		return ['fr' => $this->fr, 'en' => $this->en];
	}
}
