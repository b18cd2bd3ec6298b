<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Space;

use OCA\Compagnon\Error\Invalid;
use OCA\Compagnon\Port\Settings;

/** What whoever looks after the space decides for everybody. */
final readonly class SpaceSettings {
	public const CONTACT_LENGTH = 500;

	public function __construct(
		private Settings $settings,
	) {
	}

	/** Whether people who discover the space are offered a tour, once. */
	public function offers(): bool {
		return $this->settings->flag('offers', true);
	}

	/** Whom a member who is stuck can ask; plain text, empty when not set. */
	public function contact(): string {
		return $this->settings->text('contact', '');
	}

	/** @throws Invalid when the contact is too long */
	public function change(bool $offers, string $contact): void {
		$contact = trim($contact);
		if (mb_strlen($contact) > self::CONTACT_LENGTH) {
			throw Invalid::tooLong('contact', self::CONTACT_LENGTH);
		}
		$this->settings->setFlag('offers', $offers);
		$this->settings->setText('contact', $contact);
	}

	/** @return array{offers: bool, contact: string} */
	public function toArray(): array {
		return ['offers' => $this->offers(), 'contact' => $this->contact()];
	}
}
