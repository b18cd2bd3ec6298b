<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Content;

use OCA\Compagnon\Port\SchemaValidator;

/** The content of the app: JSON files, each checked against its schema before anything of it is used. */
final readonly class ContentFolder {
	/** Far above any tour or story; a larger file is a mistake and would cost every request that reads it. */
	private const MAX_BYTES = 262_144;

	public function __construct(
		private SchemaValidator $validator,
		private string $path = __DIR__ . '/../../resources',
	) {
	}

	/** @return list<string> names of the JSON files in a folder, without extension, sorted */
	public function names(string $folder): array {
		$files = glob($this->path . '/' . $folder . '/*.json');
		return array_map(static fn (string $file): string => basename($file, '.json'), $files === false ? [] : $files);
	}

	/**
	 * @param string $file path below resources/, with extension
	 * @param ?string $schema name of a schema in resources/schema; null when the file has none
	 * @throws ContentFault when the file is missing, too large, not JSON, or not as its schema says
	 */
	public function read(string $file, ?string $schema): \stdClass {
		$data = $this->decode($file);
		if ($schema !== null) {
			$faults = $this->validator->faults($data, $this->path . '/schema/' . $schema . '.json');
			if ($faults !== []) {
				throw new ContentFault($file, trim($faults[0]['field'] . ' ' . $faults[0]['reason']));
			}
		}
		return $data;
	}

	private function decode(string $file): \stdClass {
		$full = $this->path . '/' . $file;
		if (!is_file($full) || !is_readable($full)) {
			throw new ContentFault($file, 'cannot be read');
		}
		$json = file_get_contents($full, length: self::MAX_BYTES + 1);
		if ($json === false || strlen($json) > self::MAX_BYTES) {
			throw new ContentFault($file, 'is larger than ' . self::MAX_BYTES . ' bytes');
		}
		try {
			$data = json_decode($json, flags: JSON_THROW_ON_ERROR);
		} catch (\JsonException $e) {
			throw new ContentFault($file, 'is not JSON: ' . $e->getMessage(), $e);
		}
		return $data instanceof \stdClass ? $data : throw new ContentFault($file, 'is not a JSON object');
	}
}
