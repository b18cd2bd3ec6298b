<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Fake;

use OCA\Compagnon\Http\Addresses;
use OCA\Compagnon\Http\Answer;
use OCA\Compagnon\Http\Hosts;
use OCA\Compagnon\Http\Request;
use OCA\Compagnon\Http\Unreachable;
use OCA\Compagnon\Http\UnreachableKind;
use OCA\Compagnon\Port\Http;
use OCA\Compagnon\Port\HttpPool;

/**
 * Answers as the script says: bytes are a 200 with them; a FakeBody is an answer whose body does not come whole; an
 * Unreachable, returned or thrown, is one.
 */
final class FakeHttp implements Http {
	/** @var list<Request> in the order of being asked, redirects too */
	public array $asked = [];
	/** How many requests of pools ran at once at most. */
	public int $most = 0;
	/** How many run at the moment. */
	public int $running = 0;
	/** How many wait() ends at most. */
	public int $atOnce = PHP_INT_MAX;
	/** After how many bytes of bodies in all the power goes. */
	public ?int $cutAfter = null;

	/** @param \Closure(Request): (Answer|FakeBody|Unreachable|string) $script */
	public function __construct(
		public \Closure $script,
	) {
	}

	#[\Override]
	public function send(Request $request): Answer {
		[$answer, $fault] = $this->answer($request);
		return $answer === null || $fault !== null ? throw $fault ?? new Unreachable(UnreachableKind::Other, 'no answer') : $answer;
	}

	#[\Override]
	public function pool(): HttpPool {
		return new FakeHttpPool($this);
	}

	/**
	 * @internal for the pool
	 * @return array{?Answer, ?Unreachable} both when the body did not come whole
	 */
	public function answer(Request $request): array {
		for ($redirects = 0; $redirects <= 5; $redirects++) {
			$parts = parse_url($request->url) + ['host' => '', 'scheme' => '', 'port' => 443];
			$host = $parts['host'];
			if ($parts['scheme'] !== 'https' || $parts['port'] !== 443 || !Hosts::allow($host, $request->hosts) || Addresses::isLocalName($host)) {
				return [null, new Unreachable(UnreachableKind::ForeignHost, "$host is not allowed")];
			}
			$this->asked[] = $request;
			[$answer, $fault] = $this->said($request);
			$location = $answer?->header('location');
			if ($answer === null || $location === null || !in_array($answer->status, [301, 302, 303, 307, 308], true)) {
				return [$answer, $fault];
			}
			$headers = parse_url($location, PHP_URL_HOST) === $host ? $request->headers : array_diff_key($request->headers, ['authorization' => '']);
			$request = in_array($answer->status, [307, 308], true)
				? new Request($request->method, $location, $request->hosts, $headers, $request->body)
				: Request::get($location, $request->hosts, $headers);
		}
		return [null, new Unreachable(UnreachableKind::Other, 'too many redirects')];
	}

	/** @return array{?Answer, ?Unreachable} */
	private function said(Request $request): array {
		try {
			$said = ($this->script)($request);
		} catch (Unreachable $e) {
			$said = $e;
		}
		return match (true) {
			$said instanceof Unreachable => [null, $said],
			$said instanceof FakeBody => [$said->answer, $said->fault],
			$said instanceof Answer => [$said, null],
			default => [new Answer(200, ['content-length' => (string)strlen($said)], $said), null],
		};
	}
}
