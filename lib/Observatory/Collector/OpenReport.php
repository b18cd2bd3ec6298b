<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory\Collector;

use OCA\Compagnon\Error\TooBig;
use OCA\Compagnon\Error\Unfit;
use OCA\Compagnon\Observatory\SealingKeys;
use OCA\Compagnon\Openl\Base64;
use OCA\Compagnon\Openl\Envelope;
use OCA\Compagnon\Openl\Malformed;
use OCA\Compagnon\Openl\Report;

/** From what came over the network to the frame of a report. */
final readonly class OpenReport {
	public function __construct(
		private SealingKeys $keys,
	) {
	}

	/**
	 * @return string the envelope's bytes
	 * @throws TooBig
	 * @throws Unfit
	 */
	public function bytes(#[\SensitiveParameter] string $sealed): string {
		if (strlen($sealed) > 4 * intdiv(Envelope::LARGEST + 2, 3)) {
			throw new TooBig('This report is larger than any that is asked for.');
		}
		try {
			return Base64::read($sealed, null, 'sealed');
		} catch (Malformed) {
			throw self::unfit();
		}
	}

	/** @throws Unfit */
	public function open(#[\SensitiveParameter] string $bytes): Report {
		try {
			return Report::read(Envelope::open($bytes, $this->keys->pairs()));
		} catch (Malformed) {
			throw self::unfit();
		}
	}

	private static function unfit(): Unfit {
		return new Unfit('This is no report that this observatory can read.');
	}
}
