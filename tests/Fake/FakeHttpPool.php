<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Fake;

use OCA\Compagnon\Http\Answer;
use OCA\Compagnon\Http\Ended;
use OCA\Compagnon\Http\Request;
use OCA\Compagnon\Http\Sink;
use OCA\Compagnon\Http\Unreachable;
use OCA\Compagnon\Http\UnreachableKind;
use OCA\Compagnon\Port\HttpPool;

/** Requests run in the order of their start, and all that run end with the next wait(). */
final class FakeHttpPool implements HttpPool {
	private const PIECE = 8192;
	private const ERROR_BYTES = 65_536;

	/** @var array<array-key, array{Request, Sink}> */
	private array $waiting = [];

	public function __construct(
		private readonly FakeHttp $http,
	) {
	}

	public function __destruct() {
		$this->http->running -= count($this->waiting);
	}

	#[\Override]
	public function start(string $key, Request $request, Sink $sink): void {
		if (isset($this->waiting[$key])) {
			throw new \LogicException("$key is running already");
		}
		$this->waiting[$key] = [$request, $sink];
		$this->http->most = max($this->http->most, ++$this->http->running);
	}

	#[\Override]
	public function wait(float $seconds): array {
		$ended = [];
		foreach (array_slice($this->waiting, 0, $this->http->atOnce, true) as $key => [$request, $sink]) {
			$end = $this->end((string)$key, $request, $sink);
			// The sink may have stopped others, or this one.
			if (isset($this->waiting[$key])) {
				$this->stop((string)$key);
				$ended[] = $end;
			}
		}
		return $ended;
	}

	#[\Override]
	public function stop(string $key): void {
		if (isset($this->waiting[$key])) {
			unset($this->waiting[$key]);
			$this->http->running--;
		}
	}

	#[\Override]
	public function running(): int {
		return count($this->waiting);
	}

	private function end(string $key, Request $request, Sink $sink): Ended {
		[$answer, $fault] = $this->http->answer($request);
		if ($answer === null || !$answer->ok()) {
			return new Ended($key, $answer === null || $fault !== null ? null : new Answer($answer->status, $answer->headers, substr($answer->body, 0, self::ERROR_BYTES)), $fault);
		}
		$head = new Answer($answer->status, $answer->headers, '');
		$taken = $sink->begin($head);
		for ($at = 0; $taken && $at < strlen($answer->body); $at += self::PIECE) {
			$taken = $this->pass($sink, substr($answer->body, $at, self::PIECE));
		}
		$fault = $taken ? $fault : new Unreachable(UnreachableKind::NotTaken, 'the sink did not take it');
		return new Ended($key, $fault === null ? $head : null, $fault);
	}

	private function pass(Sink $sink, string $bytes): bool {
		$left = $this->http->cutAfter;
		if ($left !== null && $left <= strlen($bytes)) {
			$this->http->cutAfter = null;
			$sink->write(substr($bytes, 0, $left));
			throw new PowerCut();
		}
		$this->http->cutAfter = $left === null ? null : $left - strlen($bytes);
		return $sink->write($bytes);
	}
}
