<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Event;

use OCP\EventDispatcher\Event;

/**
 * Compagnon asks other apps for their tours. A listener adds the folder in which its tour files are:
 *
 *     $event->addFolder(__DIR__ . '/../../tours');
 *
 * It is asked whenever tours are read, so it should not do more than that. How a file has to be is written in
 * docs/admin/extending-tours.md.
 *
 * @since 0.2.0
 */
final class CollectToursEvent extends Event {
	/** @var list<string> */
	private array $folders = [];

	/** @param string $absolutePath folder that holds tour files, one `<id>.json` each */
	public function addFolder(string $absolutePath): void {
		$this->folders[] = $absolutePath;
	}

	/** @return list<string> in the order in which they were added */
	public function folders(): array {
		return $this->folders;
	}
}
