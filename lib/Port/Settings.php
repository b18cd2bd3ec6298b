<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Port;

/** What whoever looks after the space has set. */
interface Settings {
	public function flag(string $key, bool $default): bool;

	public function text(string $key, string $default): string;

	public function setFlag(string $key, bool $value): void;

	public function setText(string $key, string $value): void;

	/** A text that may be long and that few requests need: only those that ask for it load it. */
	public function longText(string $key, string $default): string;

	/** @param string $key one that `setText` is never given */
	public function setLongText(string $key, string $value): void;

	/** Removes every setting of this app. */
	public function forget(): void;
}
