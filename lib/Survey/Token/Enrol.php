<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Survey\Token;

use OCA\Compagnon\Openl\Stratum;
use OCA\Compagnon\Port\Urls;
use OCA\Compagnon\Survey\Catalogue\Observatories;
use OCA\Compagnon\Survey\Sending\Reply;
use OCA\Compagnon\Survey\Sending\Trouble;
use OCA\Compagnon\Survey\Sending\Troubles;

/** Makes the space known to the registry: by a hoster who vouches for it, else by its address. */
final readonly class Enrol {
	private const PATH = 'enrolments';

	public function __construct(
		private Registry $registry,
		private Observatories $observatories,
		private Enrolment $enrolment,
		private Urls $urls,
		private Troubles $troubles,
	) {
	}

	/** @return ?Stratum null when the registry does not know the space (yet) */
	public function enrol(): ?Stratum {
		$observatory = $this->observatories->named();
		if ($observatory === null) {
			return null;
		}
		$known = $this->enrolment->stratum($observatory);
		if ($known !== null && ($known === Stratum::Attested || $observatory->attestation === null)) {
			return $known;
		}
		$reply = $observatory->attestation === null ? $this->byAddress() : $this->registry->ask(self::PATH, 'enrol', ['attestation' => $observatory->attestation]);
		$stratum = $reply === null ? null : Stratum::tryFrom(is_string($reply->data['stratum'] ?? null) ? $reply->data['stratum'] : '');
		if ($stratum !== null) {
			$this->enrolment->keep($observatory, $stratum);
			$this->troubles->clear(Trouble::Unknown, Trouble::Address);
		} elseif ($reply !== null && $observatory->attestation !== null) {
			$this->troubles->note(Trouble::Unknown);
		}
		return $stratum ?? $known;
	}

	private function byAddress(): ?Reply {
		$address = (string)parse_url($this->urls->page(''), PHP_URL_HOST);
		$begun = $this->registry->ask(self::PATH, 'enrol', ['address' => $address]);
		$challenge = $begun?->data['challenge'] ?? null;
		if (!is_string($challenge)) {
			if ($begun !== null) {
				$this->troubles->note(Trouble::Unknown);
			}
			return null;
		}
		$this->enrolment->expect($challenge);
		$proved = $this->registry->ask(self::PATH, 'prove', ['address' => $address]);
		if ($proved !== null && !isset($proved->data['stratum'])) {
			$this->troubles->note(Trouble::Address, $address);
		}
		return $proved;
	}
}
