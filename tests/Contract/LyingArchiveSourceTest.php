<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Contract;

use OCA\Compagnon\Transfer\Source\Archive\ArchiveSource;
use PHPUnit\Framework\Attributes\CoversClass;

/** The same from streams that say that they can seek, and then do not. */
#[CoversClass(ArchiveSource::class)]
final class LyingArchiveSourceTest extends ArchiveSourceTest {
	protected const STREAMS = 'liar';
}
