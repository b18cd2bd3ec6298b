<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Port;

/** What a person has set for themselves; small values that go with the account. */
interface Preferences {
	public function flag(string $userId, string $key): bool;

	public function setFlag(string $userId, string $key, bool $value): void;

	/** @return string empty until it is set */
	public function text(string $userId, string $key): string;

	/** @param string $key one that `setFlag` is never given */
	public function setText(string $userId, string $key, string $value): void;

	/** @return array<string, string> every text of the person that is not empty, by its key */
	public function texts(string $userId): array;

	/** @return list<string> ids of everybody who has set this flag, in no order */
	public function everybodyWith(string $key): array;

	/** Removes every preference that this app keeps for the person; for everybody when null. */
	public function forget(?string $userId): void;
}
