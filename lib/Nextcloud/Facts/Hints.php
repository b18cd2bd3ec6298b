<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Nextcloud\Facts;

/** The hints that the platform attaches to every part of a search. */
trait Hints {
	/** @var array<string, mixed> */
	private array $hints = [];

	/**
	 * @param string $name
	 * @param mixed $default
	 * @return mixed
	 */
	#[\Override]
	public function getQueryHint(string $name, $default) {
		return $this->hints[$name] ?? $default;
	}

	/** @param mixed $value */
	#[\Override]
	public function setQueryHint(string $name, $value): void {
		$this->hints[$name] = $value;
	}
}
