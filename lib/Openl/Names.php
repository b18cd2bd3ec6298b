<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Openl;

/** Patterns of names, for PCRE; the schemas in resources/schema have the same. */
final class Names {
	public const SURVEY = '/^[a-z][a-z0-9-]{0,63}$/D';
	public const QUESTION = '/^[a-z][a-z0-9_-]{0,31}$/D';
	public const OPTION = '/^[a-z0-9][a-z0-9_+-]{0,31}$/D';
	public const VERSION = '/^(0|[1-9][0-9]{0,3})\.(0|[1-9][0-9]{0,3})\.(0|[1-9][0-9]{0,3})$/D';
	public const SHA256 = '/^[0-9a-f]{64}$/D';
	public const REPORT = '/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/D';
	public const DAY = '/^20[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$/D';
}
