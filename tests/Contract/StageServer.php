<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Contract;

/** PHP's own server with HttpStage on it, for as long as this lives. */
final class StageServer {
	public readonly int $port;
	/** @var resource */
	private $process;

	public function __construct() {
		$socket = stream_socket_server('tcp://127.0.0.1:0');
		if ($socket === false) {
			throw new \RuntimeException('no free port');
		}
		$this->port = (int)substr((string)strrchr((string)stream_socket_get_name($socket, false), ':'), 1);
		fclose($socket);
		$nothing = ['file', '/dev/null', 'w'];
		$process = proc_open(
			[PHP_BINARY, '-d', 'output_buffering=0', '-S', "127.0.0.1:$this->port", __DIR__ . '/http-stage.php'],
			[['file', '/dev/null', 'r'], $nothing, $nothing],
			$pipes,
			null,
			['PHP_CLI_SERVER_WORKERS' => '6'] + getenv(),
		);
		$this->process = $process === false ? throw new \RuntimeException('the server does not start') : $process;
		for ($i = 0; $i < 200 && @fsockopen('127.0.0.1', $this->port) === false; $i++) {
			usleep(25_000);
		}
	}

	public function __destruct() {
		$children = @file_get_contents('/proc/' . proc_get_status($this->process)['pid'] . '/task/' . proc_get_status($this->process)['pid'] . '/children');
		foreach (explode(' ', trim((string)$children)) as $child) {
			if ((int)$child > 1) {
				posix_kill((int)$child, SIGTERM);
			}
		}
		proc_terminate($this->process);
		proc_close($this->process);
	}

	public function url(): string {
		return "http://127.0.0.1:$this->port";
	}
}
