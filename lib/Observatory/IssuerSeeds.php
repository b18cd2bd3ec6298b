<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory;

use OCA\Compagnon\Openl\IssuerInfo;
use OCA\Compagnon\Openl\Period;
use OCA\Compagnon\Openl\ReportKind;
use OCA\Compagnon\Openl\Stratum;
use OCA\Compagnon\Openl\Voprf\IssuerKey;

/** The keys with which tokens are made (registry) and known again (collector). */
final readonly class IssuerSeeds {
	public function __construct(
		private KeyStore $keys,
	) {
	}

	/** @return string id of the seed that a new survey gets */
	public function newest(): string {
		return $this->keys->current(KeyRole::Issuer)->id;
	}

	/** @param string $seed id of the one that the survey was given when it was added */
	public function key(string $seed, string $survey, Period $period, ReportKind $kind, Stratum $stratum): IssuerKey {
		foreach ($this->keys->all(KeyRole::Issuer) as $key) {
			if ($key->id === $seed) {
				return IssuerKey::derive($key->secret(), IssuerInfo::of($survey, $period, $kind, $stratum));
			}
		}
		throw new \LogicException("The seed of $survey is gone");
	}

	/**
	 * @param string $purpose what the secret is for
	 * @return string 32 bytes that only the registry and the collector can make
	 */
	public function secretFor(string $purpose): string {
		return hash_hmac('sha256', "openl/$purpose", $this->keys->current(KeyRole::Issuer)->secret(), true);
	}
}
