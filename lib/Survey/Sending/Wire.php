<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Survey\Sending;

use OCA\Compagnon\Http\Answer;
use OCA\Compagnon\Http\Request;
use OCA\Compagnon\Http\Unreachable;
use OCA\Compagnon\Port\Clock;
use OCA\Compagnon\Port\Http;
use OCA\Compagnon\Survey\Catalogue\Observatories;

/** Every request of the panel leaves here, with nothing in its address that says whose it is. */
final readonly class Wire {
	private const API = '/ocs/v2.php/apps/compagnon/api/v1/';
	private const HEADERS = ['ocs-apirequest' => 'true', 'accept' => 'application/json'];

	public function __construct(
		private Http $http,
		private Observatories $observatories,
		private Backoff $backoff,
		private Troubles $troubles,
		private Clock $clock,
	) {
	}

	/** @return ?Reply null when there was none, or when that side is busy: it is left alone for a while then */
	public function get(Side $side, string $path): ?Reply {
		return $this->ask($side, $path, static fn (string $url, string $host): Request => Request::get($url, [$host], self::HEADERS));
	}

	/** @param array<string, mixed> $body */
	public function post(Side $side, string $path, #[\SensitiveParameter] array $body): ?Reply {
		return $this->ask($side, $path, static fn (string $url, string $host): Request => Request::json($url, [$host], $body, self::HEADERS));
	}

	/** @param \Closure(string, string): Request $request */
	private function ask(Side $side, string $path, \Closure $request): ?Reply {
		$observatory = $this->observatories->named();
		if ($observatory === null || $this->backoff->isQuiet($side)) {
			return null;
		}
		try {
			$answer = $this->http->send($request($observatory->address . self::API . $path, $observatory->host()));
		} catch (Unreachable) {
			$this->backoff->failed($side);
			$this->troubles->note(Trouble::Silent);
			return null;
		}
		$isBusy = $answer->status === 429 || $answer->status >= 500;
		if ($isBusy) {
			$this->backoff->failed($side, $answer->retryAfter($this->clock->now()));
			$this->troubles->note(Trouble::Silent);
			return null;
		}
		$this->backoff->worked($side);
		$this->troubles->clear(Trouble::Silent);
		return $this->reply($answer);
	}

	private function reply(Answer $answer): Reply {
		$ocs = $answer->json()['ocs'] ?? null;
		$data = is_array($ocs) ? $ocs['data'] ?? null : null;
		$date = strtotime($answer->header('date') ?? '');
		return new Reply($answer->status, is_array($data) ? $data : [], $date === false ? null : $date - $this->clock->now());
	}
}
