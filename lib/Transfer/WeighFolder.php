<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer;

use OCA\Compagnon\Error\Refusal;
use OCA\Compagnon\Port\Clock;
use OCA\Compagnon\Transfer\Fault\Fault;
use OCA\Compagnon\Transfer\Fault\FaultRefusal;
use OCA\Compagnon\Transfer\Run\RunAccess;
use OCA\Compagnon\Transfer\Source\Effort;
use OCA\Compagnon\Transfer\Source\Sources;

/** How much lies below one folder at the source of a run; at least so much, where that would take too long. */
final readonly class WeighFolder {
	private const SECONDS = 8;
	private const REQUESTS = 40;

	public function __construct(
		private RunAccess $access,
		private Sources $sources,
		private Clock $clock,
	) {
	}

	/**
	 * @return array{items: int, bytes: int, complete: bool}
	 * @throws Refusal
	 */
	public function weigh(string $asker, string $id, string $folder): array {
		$run = $this->access->own($asker, $id);
		try {
			$weight = $this->sources->get($run->source)->weigh($run->access(), $folder, new Effort($this->clock, self::SECONDS, self::REQUESTS));
		} catch (Fault $e) {
			throw FaultRefusal::of($e);
		}
		return ['items' => $weight->items, 'bytes' => $weight->bytes, 'complete' => $weight->isComplete];
	}
}
