<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Fake;

/** A file or folder of FakeFiles. */
final class FakeNode {
	/** @var list<string> what the file held before, oldest first */
	public array $versions = [];

	public function __construct(
		public readonly int $id,
		public readonly string $userId,
		public string $path,
		public readonly bool $isFolder,
		public string $bytes,
		public int $modifiedAt,
		public int $etag,
	) {
	}
}
