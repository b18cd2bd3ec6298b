<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory\Registry;

use OCA\Compagnon\Error\Refused;
use OCA\Compagnon\Observatory\Address;
use OCA\Compagnon\Openl\Malformed;
use OCA\Compagnon\Openl\SignedMessage;
use OCA\Compagnon\Port\Clock;
use OCA\Compagnon\Port\Random;

/** A host's signed word: this key belongs to one of my spaces, until that day. */
final readonly class Attestations {
	private const DO = 'attest';
	private const DAY = '/^20\d\d-\d\d-\d\d$/D';

	public function __construct(
		private Hosts $hosts,
		private Address $address,
		private Clock $clock,
		private Random $random,
	) {
	}

	/**
	 * For the host itself, which needs nothing of the observatory for it.
	 *
	 * @param string $spaceKey base64
	 * @param string $until day
	 * @param string $to base address of the observatory
	 */
	public function write(#[\SensitiveParameter] string $secretKey, string $spaceKey, string $until, string $to): SignedMessage {
		return SignedMessage::sign([
			'do' => self::DO,
			'to' => $to,
			'at' => $this->clock->now(),
			'nonce' => bin2hex($this->random->bytes(16)),
			'space' => $spaceKey,
			'until' => $until,
		], $secretKey);
	}

	/**
	 * @param array<array-key, mixed> $attestation message, key, signature
	 * @param string $spaceKey base64, who brings it
	 * @throws Refused
	 */
	public function accept(array $attestation, string $spaceKey): Space {
		try {
			$message = SignedMessage::read($attestation);
		} catch (Malformed) {
			throw new Refused('The attestation is not signed as it should be. Your host can make a new one.');
		}
		$fields = $message->fields;
		$until = $fields['until'] ?? null;
		if ($fields['do'] !== self::DO || $fields['to'] !== $this->address->base() || ($fields['space'] ?? null) !== $spaceKey) {
			throw new Refused('The attestation is for another space, or for another observatory.');
		}
		if (!is_string($until) || preg_match(self::DAY, $until) !== 1 || $until < gmdate('Y-m-d', $this->clock->now())) {
			throw new Refused('The attestation is over. Your host can make a new one.');
		}
		$hostKey = base64_encode($message->key);
		return $this->hosts->knows($hostKey) ? Space::attested($spaceKey, $hostKey, $until) : throw new Refused('This observatory does not know the host that signed the attestation.');
	}
}
