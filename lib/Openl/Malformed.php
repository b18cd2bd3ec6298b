<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Openl;

use OCA\Compagnon\Error\Invalid;

/**
 * What came from outside is not as openl-report/1 says. It names the place, never a value: what was sent must not reach
 * the log.
 */
class Malformed extends \RuntimeException {
	/** @param string $place path with dots, as `surveys.0.opens` */
	public function __construct(
		public readonly string $place,
		public readonly Flaw $flaw = Flaw::Value,
		?\Throwable $previous = null,
	) {
		parent::__construct("$place: $flaw->name", 0, $previous);
	}

	/** The same for a person, where a person gave it. */
	public function invalid(): Invalid {
		return match ($this->flaw) {
			Flaw::Missing => Invalid::missing($this->place),
			Flaw::Unknown => Invalid::unknown($this->place),
			Flaw::Value, Flaw::Size => Invalid::kind($this->place),
		};
	}
}
