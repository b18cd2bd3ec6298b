<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Port;

/** Addresses of the space, as a person's browser knows them. */
interface Urls {
	/**
	 * @param string $path of a page of this app, without leading slash: "transfer/callback"
	 * @return string absolute
	 */
	public function page(string $path): string;

	/** @return string absolute; shows the file with this id in the person's own files */
	public function file(int $fileId): string;
}
