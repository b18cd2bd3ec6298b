<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Source;

/** By what a source is reached: an account at a provider, or files of the space. */
final readonly class Access {
	/**
	 * @param string $userId whose connection or files these are
	 * @param ?string $connection id of the account at the provider
	 * @param list<int> $archives ids of files in the person's space
	 * @param ?int $seconds after which nobody waits for an answer any more; null where that does not matter
	 */
	public function __construct(
		public string $userId,
		public ?string $connection = null,
		public array $archives = [],
		public ?int $seconds = null,
	) {
	}

	/** The same, for somebody who waits that long for each answer. */
	public function within(int $seconds): self {
		return new self($this->userId, $this->connection, $this->archives, $seconds);
	}
}
