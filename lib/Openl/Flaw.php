<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Openl;

/** What is wrong with a part of something that came from outside. */
enum Flaw {
	case Missing;
	case Unknown;
	case Value;
	case Size;
}
