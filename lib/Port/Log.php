<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Port;

/** Where whoever runs the server looks when something is wrong. Never holds what a person wrote or is called. */
interface Log {
	/** @param array<string, string|int> $context */
	public function warning(string $message, array $context = []): void;

	/** @param array<string, string|int> $context */
	public function error(string $message, array $context = [], ?\Throwable $cause = null): void;
}
