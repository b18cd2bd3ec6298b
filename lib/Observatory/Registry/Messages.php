<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory\Registry;

use OCA\Compagnon\Error\Unproven;
use OCA\Compagnon\Observatory\Address;
use OCA\Compagnon\Openl\Malformed;
use OCA\Compagnon\Openl\SignedMessage;
use OCA\Compagnon\Port\Clock;

/** Reads what a space has signed: for this observatory, now, and once. */
final readonly class Messages {
	public const SKEW_SECONDS = 300;

	public function __construct(
		private Address $address,
		private Nonces $nonces,
		private Clock $clock,
	) {
	}

	/**
	 * @param array<string, mixed> $signed message, key, signature
	 * @param list<string> $does what it may ask for
	 * @throws Unproven
	 */
	public function read(array $signed, array $does): SignedMessage {
		try {
			$message = SignedMessage::read($signed);
		} catch (Malformed) {
			throw new Unproven('This message is not signed as it should be.');
		}
		$at = $message->fields['at'];
		if (!in_array($message->fields['do'], $does, true) || $message->fields['to'] !== $this->address->base()) {
			throw new Unproven('This message was meant for somebody else.');
		}
		if (!is_int($at) || abs($at - $this->clock->now()) > self::SKEW_SECONDS) {
			throw new Unproven('The clocks of the space and of the observatory differ by more than five minutes.');
		}
		$nonce = $message->fields['nonce'];
		if (!is_string($nonce) || !$this->nonces->spend(base64_encode($message->key), $nonce)) {
			throw new Unproven('This message came before.');
		}
		return $message;
	}
}
