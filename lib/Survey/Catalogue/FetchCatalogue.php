<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Survey\Catalogue;

use OCA\Compagnon\Openl\Catalogue;
use OCA\Compagnon\Openl\CatalogueChain;
use OCA\Compagnon\Openl\CatalogueSignature;
use OCA\Compagnon\Openl\Malformed;
use OCA\Compagnon\Openl\Tampered;
use OCA\Compagnon\Openl\Tampering;
use OCA\Compagnon\Survey\Sending\Side;
use OCA\Compagnon\Survey\Sending\Trouble;
use OCA\Compagnon\Survey\Sending\Troubles;
use OCA\Compagnon\Survey\Sending\Wire;

/** Fetches the catalogue and each one in between, and keeps it only when it follows the one that is known. */
final readonly class FetchCatalogue {
	private const PATH = 'observatory/catalogue';
	private const OF_THE_CHAIN = [Trouble::Unsigned, Trouble::Forked, Trouble::Older, Trouble::Strange];

	public function __construct(
		private Wire $wire,
		private Observatories $observatories,
		private CatalogueStore $store,
		private Troubles $troubles,
	) {
	}

	/** @return bool whether the catalogue is that of today now */
	public function fetch(): bool {
		$observatory = $this->observatories->named();
		if ($observatory === null) {
			return false;
		}
		try {
			$offered = $this->ask(self::PATH);
			if ($offered === null) {
				return false;
			}
			$catalogue = $this->follow($observatory, $offered);
		} catch (Tampered $e) {
			$this->troubles->note($this->trouble($e->how), (string)($this->store->current()->number ?? 0));
			return false;
		} catch (Malformed $e) {
			$this->troubles->note(Trouble::Strange, $e->place);
			return false;
		}
		if ($catalogue !== null) {
			$this->store->keep($observatory, $catalogue);
			$this->troubles->clear(...self::OF_THE_CHAIN);
		}
		return $catalogue !== null;
	}

	/**
	 * @param array{Catalogue, CatalogueSignature} $offered
	 * @return ?Catalogue null when one in between did not come
	 * @throws Tampered
	 * @throws Malformed
	 */
	private function follow(Observatory $observatory, array $offered): ?Catalogue {
		$chain = new CatalogueChain();
		$known = $this->store->known($observatory);
		foreach ($chain->before($known, $offered[0]) as $number) {
			$between = $this->ask(self::PATH . "/$number");
			if ($between === null) {
				return null;
			}
			$known = $chain->accept($known, ...$between);
		}
		$chain->accept($known, ...$offered);
		return $offered[0];
	}

	/**
	 * @return array{Catalogue, CatalogueSignature}|null null when no answer came
	 * @throws Malformed
	 */
	private function ask(string $path): ?array {
		$reply = $this->wire->get(Side::Publisher, $path);
		if ($reply === null) {
			return null;
		}
		$text = $reply->data['catalogue'] ?? null;
		if ($reply->status !== 200 || !is_string($text)) {
			throw new Malformed('catalogue');
		}
		return [Catalogue::read($text), CatalogueSignature::read($reply->data['signature'] ?? null, $reply->data['key'] ?? null)];
	}

	private function trouble(Tampering $how): Trouble {
		return match ($how) {
			Tampering::Signature, Tampering::Key => Trouble::Unsigned,
			Tampering::Older => Trouble::Older,
			Tampering::Forked, Tampering::Gap, Tampering::TooFar => Trouble::Forked,
		};
	}
}
