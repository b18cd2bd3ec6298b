<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Survey\Consent;

/** What people are told before they say yes. */
final readonly class Notice {
	/**
	 * @param string $sha256 hex, of the very bytes of both files
	 * @param array<string, mixed> $short title and parts, as in the file
	 * @param array<string, mixed> $long
	 */
	public function __construct(
		public string $sha256,
		public string $version,
		public array $short,
		public array $long,
	) {
	}

	/** @return array<string, mixed> as the schema SurveyNotice of openapi.json */
	public function toArray(): array {
		return [
			'sha256' => $this->sha256,
			'version' => $this->version,
			'title' => $this->short['title'],
			'parts' => $this->short['parts'],
			'long' => $this->long['parts'],
		];
	}
}
