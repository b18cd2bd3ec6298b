<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Engine;

use OCA\Compagnon\Transfer\Fault\Fault;
use OCA\Compagnon\Transfer\Fault\FaultKind;
use OCA\Compagnon\Transfer\Source\Container;

/** Whether what has come is what the source had listed. */
final readonly class ArrivalCheck {
	/** A zip ends with its directory, behind which a comment of 64 KiB may stand. */
	private const ZIP_TAIL = 65_557;
	private const PDF_TAIL = 2_048;

	/** @throws Fault restart, when it is not */
	public function check(Arrival $arrival, ?Container $container): void {
		$item = $arrival->item;
		if (($item->size !== null && $item->size !== $arrival->content->size) || ($item->hash !== null && strtolower($item->hash) !== $arrival->digest)) {
			throw new Fault(FaultKind::Restart, 'checksum');
		}
		if ($container !== null && !$this->isComplete($arrival, $container)) {
			throw new Fault(FaultKind::Restart, 'incomplete');
		}
	}

	private function isComplete(Arrival $arrival, Container $container): bool {
		return match ($container) {
			Container::Any => true,
			Container::Zip => $this->has($arrival, "PK", "PK\x05\x06", self::ZIP_TAIL),
			Container::Pdf => $this->has($arrival, '%PDF', '%%EOF', self::PDF_TAIL),
		};
	}

	/** @param non-empty-string $start */
	private function has(Arrival $arrival, string $start, string $end, int $tail): bool {
		$stream = $arrival->content->open();
		$begins = fread($stream, strlen($start)) === $start;
		fseek($stream, max(0, $arrival->content->size - $tail));
		$ends = str_contains((string)stream_get_contents($stream), $end);
		fclose($stream);
		return $begins && $ends;
	}
}
