<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Content;

/** The content that comes with the app: JSON files below resources/. */
final readonly class ContentFolder {
	public function __construct(
		private ContentReader $reader,
		private string $path = __DIR__ . '/../../resources',
	) {
	}

	/** @return list<string> names of the JSON files in a folder, without extension, sorted */
	public function names(string $folder): array {
		$files = glob($this->path($folder) . '/*.json');
		return array_map(static fn (string $file): string => basename($file, '.json'), $files === false ? [] : $files);
	}

	/** @return list<string> names of the folders in a folder, sorted */
	public function folders(string $folder): array {
		$folders = glob($this->path($folder) . '/*', GLOB_ONLYDIR);
		return array_map(basename(...), $folders === false ? [] : $folders);
	}

	/**
	 * @param string $file path below resources/, with extension
	 * @param ?string $schema name of a schema in resources/schema; null when the file has none
	 * @throws ContentFault when the file is missing, too large, not JSON, or not as its schema says
	 */
	public function read(string $file, ?string $schema): \stdClass {
		try {
			return $this->reader->read($this->path($file), $file, $schema);
		} finally {
			$this->reader->keepVerdicts();
		}
	}

	/** @return list<ContentFault> of the files that neither tours nor anchors are in */
	public function faults(): array {
		$files = ['offers.json' => null, 'rooms.json' => 'rooms'];
		foreach ($this->names('texts') as $language) {
			$files["texts/$language.json"] = 'texts';
		}
		foreach ($this->names('guides') as $guide) {
			$files["guides/$guide.json"] = 'guide';
		}
		$faults = [];
		foreach ($files as $file => $schema) {
			try {
				$this->read($file, $schema);
			} catch (ContentFault $fault) {
				$faults[] = $fault;
			}
		}
		return $faults;
	}

	/** @return string absolute */
	public function path(string $file): string {
		return $this->path . '/' . $file;
	}
}
