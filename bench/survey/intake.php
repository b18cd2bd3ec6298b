<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

use OCA\Compagnon\Demo\Crowd\Line;
use OCA\Compagnon\Demo\Crowd\Opinions;
use OCA\Compagnon\Openl\Catalogue;
use OCA\Compagnon\Openl\Period;
use OCA\Compagnon\Openl\ReportKind;
use OCA\Compagnon\Openl\SignedMessage;
use OCA\Compagnon\Tests\Support\SpaceSide;

// php intake.php ADDRESS URL KEYFILE SURVEY PERIOD SPACES FILE
// So many spaces of a host enrol at an observatory and get ten tokens each; writes one sealed report for each token, a line
// each, that nobody has sent yet.

require __DIR__ . '/../../demo/vendor/autoload.php';
require __DIR__ . '/../../tests/Support/SpaceSide.php';
require __DIR__ . '/../transfer/process.php';

[, $address, $url, $keyFile, $id, $period, $spaces, $file] = $argv;
$line = new Line($address, $url);
$hostKey = (string)base64_decode((string)file_get_contents($keyFile), true);
$catalogue = Catalogue::read((string)$line->get('catalogue')['catalogue']);
$survey = $catalogue->survey($id, new Period($period)) ?? throw new \RuntimeException("Nobody asks $id in $period");
$sides = array_map(static fn (): SpaceSide => new SpaceSide($address, static fn (): int => time()), range(1, (int)$spaces));

$line->post('registry/enrolments', array_map(static fn (SpaceSide $side): \Closure => static function () use ($side, $address, $hostKey): array {
	$word = ['do' => 'attest', 'to' => $address, 'at' => time(), 'nonce' => bin2hex(random_bytes(16)), 'space' => $side->key(), 'until' => gmdate('Y-m-d', time() + 86_400)];
	return $side->message('enrol', ['attestation' => SignedMessage::sign($word, $hostKey)->toArray()]);
}, $sides));
$blinded = array_map(static fn (SpaceSide $side): array => $side->blind(10), $sides);
$answers = $line->post('registry/tokens', array_map(
	static fn (SpaceSide $side, array $batch): \Closure => static fn (): array => $side->tokenRequest($survey, ReportKind::MemberAnswers, $batch),
	$sides,
	$blinded,
));
$opinions = new Opinions();
$sealed = [];
foreach ($sides as $at => $side) {
	foreach ($side->finish($survey, ReportKind::MemberAnswers, $blinded[$at], $answers[$at]) as $token) {
		$sealed[] = SpaceSide::seal($catalogue, SpaceSide::report($survey, ReportKind::MemberAnswers, $token, $opinions->on($survey)));
	}
}
file_put_contents($file, implode("\n", $sealed));
answer(['reports' => count($sealed), 'bytes' => strlen($sealed[0])]);
