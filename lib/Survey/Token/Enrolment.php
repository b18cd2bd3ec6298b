<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Survey\Token;

use OCA\Compagnon\Openl\Stratum;
use OCA\Compagnon\Port\Settings;
use OCA\Compagnon\Survey\Catalogue\Observatory;

/** What the registry of an observatory knows this space as. */
final readonly class Enrolment {
	private const STRATUM = 'survey_stratum';
	private const CHALLENGE = 'survey_challenge';

	public function __construct(
		private Settings $settings,
	) {
	}

	/** @return ?Stratum null when that observatory does not know the space yet */
	public function stratum(Observatory $observatory): ?Stratum {
		[$address, $stratum] = explode(' ', $this->settings->longText(self::STRATUM, '') . ' ', 3);
		return $address === $observatory->address ? Stratum::tryFrom($stratum) : null;
	}

	public function keep(Observatory $observatory, Stratum $stratum): void {
		$this->settings->setLongText(self::STRATUM, "$observatory->address $stratum->value");
		$this->expect('');
	}

	public function lose(): void {
		$this->settings->setLongText(self::STRATUM, '');
	}

	/** The challenge that the registry will ask for at the space's address; empty for none. */
	public function expect(string $challenge): void {
		$this->settings->setLongText(self::CHALLENGE, $challenge);
	}

	/** Only what we asked for ourselves is signed for whoever comes. */
	public function expects(string $challenge): bool {
		$expected = $this->settings->longText(self::CHALLENGE, '');
		return $expected !== '' && hash_equals($expected, $challenge);
	}
}
