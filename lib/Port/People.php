<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Port;

/** The accounts of the space. */
interface People {
	public function exists(string $userId): bool;

	/** @return string what the person is called; the id when nobody knows */
	public function name(string $userId): string;

	/**
	 * @param string $text part of a name or id; everybody when empty
	 * @param positive-int $limit
	 * @return list<array{id: string, name: string}> by name
	 */
	public function find(string $text, int $limit): array;
}
