<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Demo\Files;

/** A node as one person reaches it. */
final readonly class Place {
	/**
	 * @param non-empty-list<Node> $path from the highest folder that the person may see down to the node
	 * @param bool $own whether it lies in the person's own space
	 * @param bool $editable whether the person may change what is inside
	 */
	public function __construct(
		public array $path,
		public bool $own,
		public bool $editable,
	) {
	}

	public function node(): Node {
		return $this->path[count($this->path) - 1];
	}

	/** Whether the person may rename, move or delete the node itself: what was shared stays where its owner put it. */
	public function movable(): bool {
		return $this->own || ($this->editable && count($this->path) > 1);
	}
}
