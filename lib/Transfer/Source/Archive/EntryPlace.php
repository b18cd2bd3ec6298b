<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Source\Archive;

use OCA\Compagnon\Transfer\Fault\Fault;
use OCA\Compagnon\Transfer\Fault\FaultKind;
use OCA\Compagnon\Transfer\Item\Item;

/** Where an item's bytes are, as its row remembers it. */
final readonly class EntryPlace {
	private function __construct(
		public string $form,
		public int $file,
		public string $etag,
		public int $at,
		public int $packed,
		public int $size,
		public int $method,
	) {
	}

	/** @throws Fault when the row does not know it: then it is not one of an archive that could be read */
	public static function of(Item $item): self {
		$numbers = array_map(static fn (string $name): mixed => $item->extra[$name] ?? null, ['file', 'at', 'packed', 'method']);
		[$file, $at, $packed, $method] = array_map(static fn (mixed $number): int => is_int($number) ? $number : throw new Fault(FaultKind::Final, 'entry_broken'), $numbers);
		$form = $item->extra['form'] ?? null;
		$etag = $item->extra['etag'] ?? null;
		return is_string($form) && is_string($etag) && $item->size !== null
			? new self($form, $file, $etag, $at, $packed, $item->size, $method)
			: throw new Fault(FaultKind::Final, 'entry_broken');
	}
}
