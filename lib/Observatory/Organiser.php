<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory;

use OCA\Compagnon\Error\Invalid;
use OCA\Compagnon\Openl\Fields;
use OCA\Compagnon\Port\Settings;

/** Who runs this observatory, as its catalogue says. */
final readonly class Organiser {
	private const KEY = 'observatory_';
	private const LONGEST = ['name' => 150, 'contact' => 150, 'site' => 300];

	public function __construct(
		private Settings $settings,
	) {
	}

	public function name(): string {
		return $this->settings->text(self::KEY . 'name', 'OPEN-L');
	}

	/** Mail or web address. */
	public function contact(): string {
		return $this->settings->text(self::KEY . 'contact', $this->name());
	}

	/** Web address; may be empty. */
	public function site(): string {
		return $this->settings->text(self::KEY . 'site', '');
	}

	/**
	 * @param 'name'|'contact'|'site' $what
	 * @throws Invalid
	 */
	public function set(string $what, string $words): void {
		if (!Fields::isPlain($words) || ($words === '' && $what !== 'site')) {
			throw Invalid::kind($what);
		}
		if (mb_strlen($words) > self::LONGEST[$what]) {
			throw Invalid::tooLong($what, self::LONGEST[$what]);
		}
		$this->settings->setText(self::KEY . $what, $words);
	}
}
