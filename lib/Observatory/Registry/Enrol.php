<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory\Registry;

use OCA\Compagnon\Error\Refusal;
use OCA\Compagnon\Error\TooMany;
use OCA\Compagnon\Port\Clock;

/** A space asks to take part, by its host's word or by the proof of its address. */
final readonly class Enrol {
	/** Each proof makes this server ask another one. */
	private const MESSAGES_PER_MINUTE = 600;

	public function __construct(
		private Messages $messages,
		private Attestations $attestations,
		private AddressProof $proof,
		private Spaces $spaces,
		private Nonces $nonces,
		private Clock $clock,
	) {
	}

	/**
	 * @param array<string, mixed> $signed message, key, signature
	 * @return array{stratum: string}|array{challenge: string}
	 * @throws Refusal
	 */
	public function enrol(array $signed): array {
		if ($this->nonces->rate() >= self::MESSAGES_PER_MINUTE) {
			throw new TooMany('Too much is sent here at the moment. What is honest is taken later.', 60);
		}
		$message = $this->messages->read($signed, ['enrol', 'prove']);
		$key = base64_encode($message->key);
		$attestation = $message->fields['attestation'] ?? null;
		if (is_array($attestation) && $message->fields['do'] === 'enrol') {
			return $this->put($this->attestations->accept($attestation, $key));
		}
		$host = $this->proof->host($message->fields['address'] ?? null);
		if ($message->fields['do'] === 'enrol') {
			return ['challenge' => $this->proof->challenge($key, $host)];
		}
		$this->proof->demand($key, $host, $message->fields['challenge'] ?? null);
		return $this->put(Space::proven($key, $host));
	}

	/** @return array{stratum: string} */
	private function put(Space $space): array {
		$this->spaces->put($space, gmdate('Y-m-d', $this->clock->now()));
		return ['stratum' => $space->stratum->value];
	}
}
