<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory;

use OCA\Compagnon\Openl\Catalogue;
use OCA\Compagnon\Openl\CatalogueChain;
use OCA\Compagnon\Openl\CatalogueSignature;
use OCA\Compagnon\Openl\Known;
use OCA\Compagnon\Openl\Malformed;
use OCA\Compagnon\Openl\Tampered;

/** Goes through all catalogues as a space would that has been there from the beginning. */
final readonly class VerifyCatalogues {
	public function __construct(
		private Catalogues $catalogues,
		private CatalogueChain $chain,
	) {
	}

	/** @return array{catalogues: int, faults: list<string>} */
	public function verify(): array {
		$known = null;
		$number = 0;
		while (($stored = $this->catalogues->find($number + 1)) !== null) {
			$number++;
			try {
				$signature = CatalogueSignature::read($stored->signature, $stored->key);
				$known = $this->chain->accept($known ?? Known::pinned($signature->key), Catalogue::read($stored->text), $signature);
			} catch (Malformed|Tampered $e) {
				return ['catalogues' => $number, 'faults' => ["Catalogue $number: {$e->getMessage()}"]];
			}
		}
		$newest = $this->catalogues->newest()->number ?? 0;
		return ['catalogues' => $number, 'faults' => $newest === $number ? [] : ['Catalogue ' . ($number + 1) . ' is missing.']];
	}
}
