<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Http\Curl;

use OCA\Compagnon\Http\Ended;
use OCA\Compagnon\Http\Request;
use OCA\Compagnon\Http\Sink;
use OCA\Compagnon\Http\Unreachable;
use OCA\Compagnon\Http\UnreachableKind;
use OCA\Compagnon\Port\HttpPool;

/** Requests at the same time by curl_multi. Handles are used again, connections stay open. */
final class CurlPool implements HttpPool {
	private const SLICE_SECONDS = 0.25;

	private readonly \CurlMultiHandle $multi;
	private readonly Handles $handles;
	private readonly Pace $pace;
	/** @var array<array-key, Exchange> by key */
	private array $running = [];
	/** @var array<int, array{\CurlHandle, Exchange}> by id of the handle */
	private array $under = [];
	/** @var list<Ended> that ended before anything was sent */
	private array $early = [];
	/** Curl is calling us: it must not be called back. */
	private bool $inside = false;

	public function __construct(
		private readonly Router $router,
		CurlSettings $settings,
		bool $unpack,
	) {
		$this->multi = curl_multi_init();
		// One connection each: several over one share a window, and are slower for large bodies.
		curl_multi_setopt($this->multi, CURLMOPT_PIPELINING, CURLPIPE_NOTHING);
		$this->handles = new Handles($settings, $unpack);
		$this->pace = new Pace($settings->bytesPerSecond);
	}

	public function __destruct() {
		foreach ($this->under as [$handle]) {
			curl_multi_remove_handle($this->multi, $handle);
		}
		curl_multi_close($this->multi);
	}

	#[\Override]
	public function start(string $key, Request $request, Sink $sink): void {
		if (isset($this->running[$key])) {
			throw new \LogicException("$key is running already");
		}
		$this->running[$key] = new Exchange($key, $request, $sink);
		$this->go($this->running[$key]);
	}

	#[\Override]
	public function wait(float $seconds): array {
		$until = microtime(true) + $seconds;
		do {
			$ended = [...$this->take(), ...$this->move()];
			$left = $until - microtime(true);
			if ($ended !== [] || $this->running === [] || $left <= 0) {
				return $ended;
			}
			$this->rest($left);
		} while (true);
	}

	#[\Override]
	public function stop(string $key): void {
		$exchange = $this->running[$key] ?? null;
		if ($exchange === null) {
			return;
		}
		unset($this->running[$key]);
		$exchange->stopped = true;
		$this->early = array_values(array_filter($this->early, static fn (Ended $ended): bool => $ended->key !== $key));
		if (!$this->inside) {
			$this->sweep();
		}
	}

	#[\Override]
	public function running(): int {
		return count($this->running);
	}

	private function go(Exchange $exchange): void {
		try {
			$route = $this->router->route($exchange->request->url, $exchange->request->hosts);
		} catch (Unreachable $e) {
			$this->early[] = new Ended($exchange->key, null, $e);
			return;
		}
		$handle = $this->handles->take($exchange, $route, $this->pace);
		$this->under[spl_object_id($handle)] = [$handle, $exchange];
		curl_multi_add_handle($this->multi, $handle);
	}

	/** @return list<Ended> */
	private function take(): array {
		$ended = $this->early;
		$this->early = [];
		foreach ($ended as $one) {
			unset($this->running[$one->key]);
		}
		return $ended;
	}

	/** @return list<Ended> */
	private function move(): array {
		if ($this->pace->ahead() > 0) {
			return [];
		}
		$this->inside = true;
		try {
			$this->resume();
			curl_multi_exec($this->multi, $active);
		} finally {
			$this->inside = false;
		}
		$ended = [];
		while (($message = curl_multi_info_read($this->multi)) !== false) {
			$handle = $message['handle'];
			$exchange = $handle instanceof \CurlHandle ? $this->under[spl_object_id($handle)][1] ?? null : null;
			if ($exchange === null || $exchange->stopped) {
				continue;
			}
			$fault = Faults::of($handle, is_int($message['result']) ? $message['result'] : CURLE_FAILED_INIT, $exchange);
			$this->release($handle);
			$ended[] = $this->settle($exchange, $fault);
		}
		$this->sweep();
		return array_values(array_filter($ended));
	}

	private function resume(): void {
		foreach ($this->under as [$handle, $exchange]) {
			if ($exchange->paused) {
				$exchange->paused = false;
				curl_pause($handle, CURLPAUSE_CONT);
			}
		}
	}

	/** Lets go of what was stopped while curl was calling us. */
	private function sweep(): void {
		foreach ($this->under as [$handle, $exchange]) {
			if ($exchange->stopped) {
				$this->release($handle);
			}
		}
	}

	/** @return ?Ended null when it goes on after a redirect */
	private function settle(Exchange $exchange, ?Unreachable $fault): ?Ended {
		$next = $fault === null ? $exchange->next() : null;
		if ($next !== null) {
			$exchange->redirect($next);
			$this->go($exchange);
			return null;
		}
		if ($fault === null && $exchange->isLost()) {
			$fault = new Unreachable(UnreachableKind::Other, 'too many redirects');
		}
		if ($fault === null && !$exchange->finish()) {
			$fault = new Unreachable(UnreachableKind::NotTaken, 'the sink did not take it');
		}
		unset($this->running[$exchange->key]);
		return new Ended($exchange->key, $fault === null ? $exchange->answer() : null, $fault);
	}

	private function release(\CurlHandle $handle): void {
		curl_multi_remove_handle($this->multi, $handle);
		unset($this->under[spl_object_id($handle)]);
		$this->handles->give($handle);
	}

	private function rest(float $left): void {
		$ahead = $this->pace->ahead();
		if ($ahead > 0) {
			usleep((int)(min($ahead, $left, self::SLICE_SECONDS) * 1e6));
		} elseif ($this->early === [] && curl_multi_select($this->multi, min($left, self::SLICE_SECONDS)) === -1) {
			// Nothing to listen to yet, for instance while a name is looked up.
			usleep(1_000);
		}
	}
}
