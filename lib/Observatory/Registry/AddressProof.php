<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory\Registry;

use OCA\Compagnon\Error\Invalid;
use OCA\Compagnon\Error\Refused;
use OCA\Compagnon\Http\Addresses;
use OCA\Compagnon\Http\Curl\MemorySink;
use OCA\Compagnon\Http\Request;
use OCA\Compagnon\Observatory\IssuerSeeds;
use OCA\Compagnon\Openl\Base64;
use OCA\Compagnon\Openl\Malformed;
use OCA\Compagnon\Openl\Signature;
use OCA\Compagnon\Port\Clock;
use OCA\Compagnon\Port\Http;

/**
 * A space without a host shows that its address is its own: it signs there what it is given here. What it is given is
 * derived, so that nothing has to be kept for those who only ask.
 */
final readonly class AddressProof {
	private const PURPOSE = 'challenge';
	private const HOUR = 3_600;
	private const SECONDS = 10.0;
	private const MOST_BYTES = 2_048;
	private const NAME = '/^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])$/D';

	public function __construct(
		private IssuerSeeds $seeds,
		private Http $http,
		private Clock $clock,
	) {
	}

	/** @throws Invalid when it is no name of a public host */
	public function host(mixed $address): string {
		$host = is_string($address) ? strtolower($address) : '';
		if (preg_match(self::NAME, $host) !== 1 || Addresses::isLocalName($host)) {
			throw new Invalid('address', 'The field “{field}” is the public name of a server, as cloud.example.org.');
		}
		return $host;
	}

	/** @param string $key base64, of the space */
	public function challenge(string $key, string $host): string {
		return $this->challengeAt($key, $host, intdiv($this->clock->now(), self::HOUR));
	}

	/**
	 * Asks the address itself.
	 *
	 * @param string $key base64, of the space
	 * @param mixed $challenge the one that it was given; null for that of this hour
	 * @throws Refused
	 */
	public function demand(string $key, string $host, mixed $challenge): void {
		$hour = intdiv($this->clock->now(), self::HOUR);
		$challenge ??= $this->challengeAt($key, $host, $hour);
		if (!in_array($challenge, [$this->challengeAt($key, $host, $hour), $this->challengeAt($key, $host, $hour - 1)], true)) {
			throw new Refused('What was to be signed is out of date. Ask for it again.');
		}
		$answer = json_decode($this->ask("https://$host/.well-known/openl?challenge=$challenge", $host), true);
		$given = is_array($answer) ? $answer : [];
		try {
			$signature = Base64::read($given['signature'] ?? null, SODIUM_CRYPTO_SIGN_BYTES, 'signature');
		} catch (Malformed) {
			throw new Refused('What answers at this address is no space that takes part.');
		}
		if (($given['key'] ?? null) !== $key || !Signature::fits("openl/proof|$challenge", $signature, (string)base64_decode($key, true))) {
			throw new Refused('Another space answers at this address.');
		}
	}

	private function ask(string $url, string $host): string {
		$sink = new MemorySink(self::MOST_BYTES);
		$pool = $this->http->pool();
		$pool->start('proof', Request::get($url, [$host], ['accept' => 'application/json']), $sink);
		// Somebody's server may hang on purpose: it holds nobody up for longer.
		$ended = $pool->wait(self::SECONDS);
		if ($ended === []) {
			$pool->stop('proof');
		}
		$answer = $ended[0]->answer ?? null;
		return $answer !== null && $answer->ok() ? $sink->bytes : throw new Refused('Nothing answers at this address, or not as a space that takes part.');
	}

	private function challengeAt(string $key, string $host, int $hour): string {
		return hash_hmac('sha256', "$key|$host|$hour", $this->seeds->secretFor(self::PURPOSE));
	}
}
