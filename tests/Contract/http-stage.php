<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

// Router for PHP's own server: php -S 127.0.0.1:PORT http-stage.php

use OCA\Compagnon\Tests\Contract\HttpStage;

require __DIR__ . '/HttpStage.php';

(static function (): void {
	$uri = is_string($_SERVER['REQUEST_URI'] ?? null) ? $_SERVER['REQUEST_URI'] : '/';
	$method = is_string($_SERVER['REQUEST_METHOD'] ?? null) ? $_SERVER['REQUEST_METHOD'] : 'GET';
	parse_str((string)parse_url($uri, PHP_URL_QUERY), $query);
	if (str_starts_with($uri, '/slow')) {
		usleep((int)(is_string($query['ms'] ?? null) ? $query['ms'] : 0) * 1_000);
		$uri = '/hello';
	}
	$headers = [];
	foreach ((array)getallheaders() as $name => $value) {
		$headers[strtolower((string)$name)] = is_string($value) ? $value : '';
	}
	if (str_starts_with($uri, '/stall')) {
		header('Content-Length: 50000');
		echo 'begun';
		flush();
		// curl looks at the last five seconds and then waits: a busy machine needs more than seven in all.
		sleep(30);
		return;
	}
	$answer = HttpStage::answer($method, $uri, $headers, (string)file_get_contents('php://input'));
	http_response_code($answer['status']);
	foreach ($answer['headers'] as $name => $value) {
		header("$name: $value");
	}
	if ($method !== 'HEAD') {
		echo $answer['body'];
	}
})();
