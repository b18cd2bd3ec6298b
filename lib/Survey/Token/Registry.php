<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Survey\Token;

use OCA\Compagnon\Openl\Base64;
use OCA\Compagnon\Openl\SignedMessage;
use OCA\Compagnon\Port\Clock;
use OCA\Compagnon\Port\Random;
use OCA\Compagnon\Survey\Catalogue\Observatories;
use OCA\Compagnon\Survey\Sending\Backoff;
use OCA\Compagnon\Survey\Sending\Reply;
use OCA\Compagnon\Survey\Sending\Side;
use OCA\Compagnon\Survey\Sending\Trouble;
use OCA\Compagnon\Survey\Sending\Troubles;
use OCA\Compagnon\Survey\Sending\Wire;
use OCA\Compagnon\Survey\SpaceKey;

/** Signs what the space asks of the registry, and says what its refusals mean. */
final readonly class Registry {
	private const NONCE_BYTES = 24;
	private const CLOCK_SECONDS = 300;

	public function __construct(
		private Wire $wire,
		private Observatories $observatories,
		private SpaceKey $key,
		private Backoff $backoff,
		private Troubles $troubles,
		private Clock $clock,
		private Random $random,
	) {
	}

	/**
	 * @param array<string, mixed> $fields
	 * @return ?Reply null when no answer came; the trouble is noted when it is one
	 */
	public function ask(string $path, string $do, array $fields): ?Reply {
		$observatory = $this->observatories->named();
		if ($observatory === null) {
			return null;
		}
		$message = SignedMessage::sign([
			'do' => $do,
			'to' => $observatory->address,
			'at' => $this->clock->now(),
			'nonce' => Base64::url($this->random->bytes(self::NONCE_BYTES)),
		] + $fields, $this->key->secretKey());
		$reply = $this->wire->post(Side::Registry, "observatory/registry/$path", $message->toArray());
		if ($reply !== null && in_array($reply->status, [200, 201], true)) {
			$this->troubles->clear(Trouble::Clock);
		} elseif ($reply !== null) {
			$this->refused($reply);
		}
		return $reply;
	}

	/** What is wrong does not go away by asking again soon. */
	public function leaveAlone(): void {
		$this->backoff->failed(Side::Registry);
	}

	private function refused(Reply $reply): void {
		$this->leaveAlone();
		if ($reply->status === 401 && abs($reply->ahead ?? 0) > self::CLOCK_SECONDS) {
			$this->troubles->note(Trouble::Clock, (string)max(1, intdiv(abs((int)$reply->ahead), 60)));
		} elseif (in_array($reply->status, [400, 401], true)) {
			$this->troubles->note(Trouble::Strange, 'registry');
		}
	}
}
