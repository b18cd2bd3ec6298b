<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Source;

use OCA\Compagnon\Transfer\Fault\Fault;
use OCA\Compagnon\Transfer\Fault\FaultKind;

/** All sources, by id. */
final readonly class Sources {
	/** @param array<string, Source> $byId */
	private function __construct(
		private array $byId,
	) {
	}

	public static function of(Source ...$sources): self {
		$byId = [];
		foreach ($sources as $source) {
			$byId[$source->id()] = $source;
		}
		return new self($byId);
	}

	/** @throws Fault when there is no such source any more */
	public function get(string $id): Source {
		return $this->byId[$id] ?? throw new Fault(FaultKind::Final, 'unknown_source');
	}

	/** @return list<Source> */
	public function all(): array {
		return array_values($this->byId);
	}
}
