<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Oauth;

use OCA\Compagnon\Error\NotFound;
use OCA\Compagnon\Error\Refused;
use OCA\Compagnon\Port\Clock;
use OCA\Compagnon\Port\Endpoints;
use OCA\Compagnon\Port\Random;
use OCA\Compagnon\Port\Urls;

/** Sends a person to the provider, to say yes or no there. */
final readonly class BeginConnection {
	/** Seconds in which the person has to come back. */
	public const LASTS = 600;
	/** Page to which the provider sends them back; entered at the provider exactly so. */
	public const CALLBACK = 'transfer/callback';

	public function __construct(
		private Providers $providers,
		private Clients $clients,
		private ConsentRepository $consents,
		private Pkce $pkce,
		private Urls $urls,
		private Endpoints $endpoints,
		private Random $random,
		private Clock $clock,
	) {
	}

	/**
	 * @return string where the person's browser goes
	 * @throws NotFound when no account can be connected for this source
	 * @throws Refused when nobody has set it up here
	 */
	public function begin(string $userId, string $source): string {
		$provider = $this->providers->get($source);
		$client = $this->clients->get($source)
			?? throw new Refused('The service {service} is not set up here yet. Whoever looks after the space can do that once, for everybody.', ['service' => $provider->name()]);
		$now = $this->clock->now();
		$consent = new Consent($this->random->id(), $userId, $source, $this->pkce->secret(), $this->pkce->secret(), $now);
		$this->consents->clear($userId, $now - self::LASTS);
		$this->consents->add($consent);
		return $this->address($provider->authorizeUrl()) . '?' . http_build_query([
			'response_type' => 'code',
			'client_id' => $client->id,
			'redirect_uri' => $this->urls->page(self::CALLBACK),
			'scope' => implode(' ', $provider->scopes()),
			'state' => $consent->state(),
			'code_challenge' => Pkce::challenge($consent->verifier()),
			'code_challenge_method' => 'S256',
		] + $provider->authorizeParameters(), '', '&', PHP_QUERY_RFC3986);
	}

	/** The browser goes there by itself, past the port that replaces hosts. */
	private function address(string $url): string {
		$host = (string)parse_url($url, PHP_URL_HOST);
		$instead = $this->endpoints->inPlaceOf($host);
		return $instead === null ? $url : $instead . substr($url, strlen("https://$host"));
	}
}
