<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Openl;

/** Lets a space go from the catalogue it knows to the next one only, so that none was made for it alone. */
final class CatalogueChain {
	/** How many catalogues a space fetches to catch up. */
	private const FARTHEST = 50;

	/**
	 * The first one that a space sees may have any number; it has to be signed by the pinned key.
	 *
	 * @return Known what is to be kept; the same when it is the one that is known
	 * @throws Tampered
	 */
	public function accept(Known $known, Catalogue $next, CatalogueSignature $by): Known {
		if ($known->number === $next->number) {
			return $known->sha256 === $next->sha256 ? $known : throw new Tampered(Tampering::Forked);
		}
		$how = match (true) {
			!in_array($by->key, $known->keys, true) => Tampering::Key,
			!$by->verify($next->text) => Tampering::Signature,
			$next->number < $known->number => Tampering::Older,
			$known->number === 0 => null,
			$next->number > $known->number + 1 => Tampering::Gap,
			$next->previous !== $known->sha256 => Tampering::Forked,
			default => null,
		};
		return $how === null ? Known::of($next) : throw new Tampered($how);
	}

	/**
	 * @return list<int> numbers of those to fetch and to accept before, in this order
	 * @throws Tampered
	 */
	public function before(Known $known, Catalogue $next): array {
		$many = $known->number === 0 ? 0 : $next->number - $known->number - 1;
		if ($many > self::FARTHEST) {
			throw new Tampered(Tampering::TooFar);
		}
		return $many < 1 ? [] : range($known->number + 1, $next->number - 1);
	}
}
