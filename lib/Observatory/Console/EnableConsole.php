<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory\Console;

use OCA\Compagnon\Error\Invalid;
use OCA\Compagnon\Observatory\Address;
use OCA\Compagnon\Observatory\Catalogues;
use OCA\Compagnon\Observatory\KeyRole;
use OCA\Compagnon\Observatory\MakeCatalogue;
use OCA\Compagnon\Observatory\Mode;
use OCA\Compagnon\Observatory\Organiser;
use OCA\Compagnon\Observatory\RotateKey;
use OCA\Compagnon\Observatory\SigningKeys;

/** Turns the mode on and off, and changes keys. */
final readonly class EnableConsole {
	public function __construct(
		private Mode $mode,
		private RotateKey $keys,
		private SigningKeys $signing,
		private Catalogues $catalogues,
		private MakeCatalogue $catalogue,
		private Address $address,
		private Organiser $organiser,
	) {
	}

	/**
	 * @param array<string, string> $set address, name, contact and site, as far as they change
	 * @return list<string> what spaces have to know
	 * @throws Invalid
	 */
	public function enable(array $set): array {
		if (isset($set['address'])) {
			$this->address->set($set['address']);
		}
		foreach (['name', 'contact', 'site'] as $what) {
			if (isset($set[$what])) {
				$this->organiser->set($what, $set[$what]);
			}
		}
		$this->keys->makeMissing();
		$this->mode->turn(true);
		if ($this->catalogues->newest() === null || array_diff_key($set, ['address' => '']) !== []) {
			$this->catalogue->make();
		}
		return ['This space is an observatory.', ...$this->forSpaces()];
	}

	/** @return list<string> */
	public function disable(): array {
		$this->mode->turn(false);
		return ['This space is no observatory any more. Nothing was erased: enable it again, or erase everything with the command forget.'];
	}

	/**
	 * @return list<string>
	 * @throws Invalid
	 */
	public function rotate(string $role): array {
		$this->mode->demand();
		$this->keys->rotate(KeyRole::tryFrom($role) ?? throw new Invalid('rotate', 'There are keys for sealing, catalogue, issuer and receipts.'));
		return ["There is a new key for $role, and a catalogue that says so.", ...($role === KeyRole::Catalogue->value ? $this->forSpaces() : [])];
	}

	/** @return list<string> */
	private function forSpaces(): array {
		return [
			'Spaces find it with:',
			'  address  ' . $this->address->base(),
			'  key      ' . base64_encode($this->signing->publicKey()),
		];
	}
}
