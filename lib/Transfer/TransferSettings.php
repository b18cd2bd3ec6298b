<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer;

use OCA\Compagnon\Error\Invalid;
use OCA\Compagnon\Port\Settings;

/** What whoever looks after the space decides about moving in. */
final readonly class TransferSettings {
	public const STAGING_LENGTH = 1000;

	public function __construct(
		private Settings $settings,
	) {
	}

	/** Whether members may bring things themselves. */
	public function members(): bool {
		return $this->settings->flag('transfer_members', true);
	}

	/** Whether small files may be stored together, where that is safe. */
	public function fast(): bool {
		return $this->settings->flag('transfer_fast', true);
	}

	/** @return ?positive-int bytes a second at most; null for as fast as possible */
	public function bandwidth(): ?int {
		$bytes = (int)$this->settings->text('transfer_bandwidth', '');
		return $bytes > 0 ? $bytes : null;
	}

	/** @return string absolute path of the folder for what is under way; empty for the usual one */
	public function staging(): string {
		return $this->settings->text('transfer_staging', '');
	}

	/** @throws Invalid */
	public function change(bool $members, ?int $bandwidth, bool $fast, string $staging): void {
		$staging = trim($staging);
		if ($staging !== '' && (!str_starts_with($staging, '/') || preg_match('~[\x00-\x1f]|/\.\.?(/|$)~', $staging) === 1)) {
			throw new Invalid('staging', 'The folder for what is under way is a whole path, from “/” on. Leave it empty for the usual one.');
		}
		$this->settings->setFlag('transfer_members', $members);
		$this->settings->setFlag('transfer_fast', $fast);
		$this->settings->setText('transfer_bandwidth', $bandwidth === null ? '' : (string)$bandwidth);
		$this->settings->setText('transfer_staging', $staging === '/' ? $staging : rtrim($staging, '/'));
	}
}
