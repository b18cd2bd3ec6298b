<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory\Console;

use OCA\Compagnon\Error\Invalid;
use OCA\Compagnon\Error\NotFound;
use OCA\Compagnon\Observatory\Address;
use OCA\Compagnon\Observatory\Registry\Attestations;
use OCA\Compagnon\Observatory\Registry\Host;
use OCA\Compagnon\Observatory\Registry\Hosts;
use OCA\Compagnon\Openl\Base64;
use OCA\Compagnon\Openl\Malformed;
use OCA\Compagnon\Port\Clock;

/** Hosts, for whoever runs the observatory; and what a host does on its own side, on any Nextcloud. */
final readonly class HostConsole {
	public function __construct(
		private Hosts $hosts,
		private Attestations $attestations,
		private Address $address,
		private Clock $clock,
	) {
	}

	/**
	 * @return list<string>
	 * @throws Invalid
	 */
	public function add(string $name, string $key): array {
		if (preg_match('/^[\w][\w .-]{0,63}$/Du', $name) !== 1 || mb_strlen($name) > 64) {
			throw new Invalid('subject', 'The name of a host has letters, digits, spaces, dots and hyphens, 64 at most.');
		}
		if (!$this->hosts->add(new Host($name, base64_encode(self::key($key)), gmdate('Y-m-d', $this->clock->now())))) {
			throw new Invalid('subject', 'There is a host of this name or with this key already.');
		}
		return ["What $name says of its spaces counts from now on."];
	}

	/**
	 * @return list<string>
	 * @throws NotFound
	 */
	public function remove(string $name): array {
		if (!$this->hosts->remove($name)) {
			throw new NotFound('There is no host of this name.');
		}
		return ["What $name says counts no more. Its spaces get no more tokens; those they have stay good."];
	}

	/** @return list<string> */
	public function list(): array {
		return array_map(static fn (Host $host): string => "$host->name  $host->publicKey  since $host->addedOn", $this->hosts->all());
	}

	/**
	 * @return list<string>
	 * @throws Invalid
	 */
	public function makeKey(string $file): array {
		$pair = sodium_crypto_sign_keypair();
		$handle = $file === '' ? false : @fopen($file, 'x');
		if ($handle === false) {
			throw new Invalid('subject', 'This file is there already, or cannot be written.');
		}
		chmod($file, 0o600);
		fwrite($handle, base64_encode(substr($pair, 0, SODIUM_CRYPTO_SIGN_SECRETKEYBYTES)) . "\n");
		fclose($handle);
		return ['The secret key is in the file: keep it. The observatory needs the public key:', base64_encode(substr($pair, SODIUM_CRYPTO_SIGN_SECRETKEYBYTES))];
	}

	/**
	 * @param string $until last day
	 * @param string $to address of the observatory; empty for this one
	 * @return list<string> one line of JSON, for the space
	 * @throws Invalid
	 */
	public function attest(string $file, string $spaceKey, string $until, string $to): array {
		$secret = base64_decode(trim((string)@file_get_contents($file)), true);
		if ($secret === false || strlen($secret) !== SODIUM_CRYPTO_SIGN_SECRETKEYBYTES) {
			throw new Invalid('subject', 'There is no key of a host in this file.');
		}
		if (preg_match('/^20\d\d-\d\d-\d\d$/D', $until) !== 1 || $until < gmdate('Y-m-d', $this->clock->now())) {
			throw new Invalid('until', 'The last day is one to come, as 2027-12-31.');
		}
		$attestation = $this->attestations->write($secret, base64_encode(self::key($spaceKey)), $until, $to === '' ? $this->address->base() : rtrim($to, '/'));
		return [json_encode($attestation->toArray(), JSON_THROW_ON_ERROR | JSON_UNESCAPED_SLASHES)];
	}

	private static function key(string $key): string {
		try {
			return Base64::read($key, SODIUM_CRYPTO_SIGN_PUBLICKEYBYTES, 'key');
		} catch (Malformed) {
			throw new Invalid('key', 'A public key has 44 letters, digits and signs, as the command that made it printed it.');
		}
	}
}
