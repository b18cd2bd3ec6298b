<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 *
 * Router for PHP's own server: php -S 127.0.0.1:8480 demo/public/index.php
 */

use OCA\Compagnon\Demo\App\Kernel;
use OCA\Compagnon\Demo\Http\Answer;
use OCA\Compagnon\Demo\Http\StaticFiles;

require __DIR__ . '/../vendor/autoload.php';

(static function (): void {
	$file = (new StaticFiles())->answer(is_string($_SERVER['REQUEST_URI'] ?? null) ? $_SERVER['REQUEST_URI'] : '/');
	if ($file !== null) {
		$file->send([]);
		return;
	}
	$dataFolder = getenv('COMPAGNON_DATA');
	$dataFolder = is_string($dataFolder) && $dataFolder !== '' ? $dataFolder : __DIR__ . '/../data';
	if (!is_file("$dataFolder/demo.sqlite")) {
		(new Answer(503, "This space is not set up yet. Run: php demo/console setup\n", ['Content-Type' => 'text/plain']))->send([]);
		return;
	}
	(new Kernel())->handle($dataFolder);
})();
