<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Target;

/** A file or folder of the space, as it is now. */
final readonly class StoredFile {
	/**
	 * @param string $path from the person's home, without a slash at either end
	 * @param int $size bytes; of a folder, all that lies below
	 * @param int $modifiedAt UTC seconds
	 * @param string $etag another one after each change of the content
	 * @param bool $writable for a file: can be replaced; for a folder: something can be put into it
	 */
	public function __construct(
		public int $id,
		public string $path,
		public bool $isFolder,
		public int $size,
		public int $modifiedAt,
		public string $etag,
		public bool $writable,
	) {
	}

	public function name(): string {
		$slash = strrpos($this->path, '/');
		return $slash === false ? $this->path : substr($this->path, $slash + 1);
	}
}
