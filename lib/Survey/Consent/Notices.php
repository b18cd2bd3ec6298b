<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Survey\Consent;

/** The notice that is shipped. A yes is kept with its hash, so that another text asks again. */
final readonly class Notices {
	private const FOLDER = __DIR__ . '/../../../resources/notices';

	public function __construct(
		private string $noticeFolder = self::FOLDER,
	) {
	}

	public function current(): Notice {
		$short = $this->bytes('short');
		$long = $this->bytes('long');
		$read = self::read($short);
		$version = $read['version'] ?? '';
		return new Notice(hash('sha256', "$short\n$long"), is_string($version) ? $version : '', $read, self::read($long));
	}

	private function bytes(string $name): string {
		$bytes = @file_get_contents("$this->noticeFolder/$name.json");
		return $bytes === false ? throw new \RuntimeException("The notice $name.json is missing in the release") : $bytes;
	}

	/** @return array<string, mixed> */
	private static function read(string $bytes): array {
		/** @var array<string, mixed> */
		return (array)json_decode($bytes, true, flags: JSON_THROW_ON_ERROR);
	}
}
