<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Port;

/** What this runs on: decides where the targets of a tour are. */
interface Host {
	/** @return string key in resources/anchors.json, for instance "nextcloud" */
	public function name(): string;

	/** @return int major version */
	public function version(): int;

	/** @return string full version: another one may have other pages */
	public function release(): string;
}
