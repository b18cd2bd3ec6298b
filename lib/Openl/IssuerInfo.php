<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Openl;

/** What an issuer's key is derived for: one key for each survey, period, kind and stratum. */
final class IssuerInfo {
	public static function of(string $survey, Period $period, ReportKind $kind, Stratum $stratum): string {
		return implode('|', [$survey, $period->name, $kind->value, $stratum->value]);
	}
}
