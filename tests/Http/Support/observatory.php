<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

// Answers as FakeObservatory until it is ended: php observatory.php SPACE. Prints where it listens and how it is named.

use OCA\Compagnon\Http\Answer;
use OCA\Compagnon\Http\Request;
use OCA\Compagnon\Openl\Period;
use OCA\Compagnon\Tests\Fake\FakeObservatory;
use OCA\Compagnon\Tests\Fake\FixedClock;
use OCA\Compagnon\Tests\Fake\OpenlFixture;

require __DIR__ . '/../../../vendor/autoload.php';
require __DIR__ . '/../../../demo/vendor/autoload.php';

$space = $argv[1] ?? '';
$clock = new FixedClock(time());
$days = [gmdate('Y-m-d', time() - 86_400), gmdate('Y-m-d', time() + 7 * 86_400)];
$release = OpenlFixture::json(['format' => 'openl-release/1', 'strata' => []]);
// A space knows its observatory and what it has sent: another run in the same space is another one.
$run = bin2hex(random_bytes(4));
$observatory = new FakeObservatory($clock, Period::at(time())->name, [
	'surveys.0.opens' => $days[0], 'surveys.0.closes' => $days[1], 'surveys.1.opens' => $days[0], 'surveys.1.closes' => $days[1],
	'surveys.1.id' => "figures-$run",
	'results' => [['survey' => 'figures', 'period' => '2026-Q3', 'sha256' => hash('sha256', $release), 'title' => OpenlFixture::words('result'), 'day' => $days[0]]],
], FakeObservatory::ADDRESS . "/run-$run");
$observatory->releases = ['figures/2026-Q3' => $release];
$observatory->registry->wellKnown = static function (string $challenge) use ($space): ?array {
	// A web server leads this address to index.php; PHP's own takes the dot in it for a file's.
	$answer = json_decode((string)@file_get_contents("$space/index.php/.well-known/openl?challenge=" . rawurlencode($challenge)), true);
	return is_array($answer) && is_string($answer['key'] ?? null) && is_string($answer['signature'] ?? null) ? ['key' => $answer['key'], 'signature' => $answer['signature']] : null;
};

$server = stream_socket_server('tcp://127.0.0.1:0') or exit(1);
echo json_encode(['url' => 'http://' . stream_socket_get_name($server, false), 'named' => $observatory->named()], JSON_THROW_ON_ERROR) . "\n";
$http = $observatory->http();
while (true) {
	$connection = @stream_socket_accept($server, -1);
	if ($connection === false) {
		continue;
	}
	[$method, $path] = explode(' ', (string)fgets($connection)) + [1 => ''];
	$length = 0;
	while (($line = trim((string)fgets($connection))) !== '') {
		$length = preg_match('/^content-length: (\d+)$/i', $line, $found) === 1 ? (int)$found[1] : $length;
	}
	$body = $length > 0 ? (string)stream_get_contents($connection, $length) : null;
	$clock->now = time();
	$answer = $http->send(new Request($method, FakeObservatory::ADDRESS . $path, [(string)parse_url(FakeObservatory::ADDRESS, PHP_URL_HOST)], [], $body));
	assert($answer instanceof Answer);
	fwrite($connection, "HTTP/1.1 $answer->status .\r\nDate: {$answer->header('date')}\r\nContent-Type: application/json\r\nContent-Length: " . strlen($answer->body) . "\r\nConnection: close\r\n\r\n$answer->body");
	fclose($connection);
}
