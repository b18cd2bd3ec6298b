<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Http\Support;

use OCA\Compagnon\Tests\Fake\FakeObservatory;

/** FakeObservatory in a process of its own, reached over loopback. */
final readonly class RunningObservatory {
	/**
	 * @param resource $process
	 * @param array{address: string, key: string} $named
	 * @param array<string, string> $endpoints
	 */
	private function __construct(
		private mixed $process,
		public array $named,
		public array $endpoints,
	) {
	}

	/** @param string $space address at which it looks for the proof of the space */
	public static function start(string $space): self {
		$process = proc_open([PHP_BINARY, __DIR__ . '/observatory.php', $space], [1 => ['pipe', 'w']], $pipes);
		$line = $process === false ? false : fgets($pipes[1]);
		$told = json_decode($line === false ? '' : $line, true);
		if ($process === false || !is_array($told)) {
			throw new \RuntimeException('The observatory did not start.');
		}
		return new self($process, $told['named'], [(string)parse_url(FakeObservatory::ADDRESS, PHP_URL_HOST) => $told['url']]);
	}

	public function stop(): void {
		proc_terminate($this->process);
		proc_close($this->process);
	}
}
