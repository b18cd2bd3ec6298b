<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

// What spaces do at an observatory, over HTTP:
//   php answer.php key FILE                                a new key of a host; prints its public part
//   php answer.php send URL FILE SURVEY PERIOD SPACES      so many spaces of that host enrol and send ten answers each

use OCA\Compagnon\Openl\Catalogue;
use OCA\Compagnon\Openl\CatalogueSurvey;
use OCA\Compagnon\Openl\Period;
use OCA\Compagnon\Openl\ReportKind;
use OCA\Compagnon\Openl\SignedMessage;
use OCA\Compagnon\Tests\Support\SpaceSide;

require __DIR__ . '/../../../vendor/autoload.php';

/** @var list<string> $argv */
if ($argv[1] === 'key') {
	$pair = sodium_crypto_sign_keypair();
	file_put_contents($argv[2], sodium_crypto_sign_secretkey($pair));
	echo base64_encode(sodium_crypto_sign_publickey($pair)), "\n";
	return;
}

[, , $url, $file, $id, $period, $spaces] = $argv;
$ask = static function (string $path, ?array $body = null) use ($url): array {
	$options = ['method' => $body === null ? 'GET' : 'POST', 'header' => "Content-Type: application/json\r\nAccept: application/json\r\nOCS-APIRequest: true", 'content' => $body === null ? '' : json_encode($body, JSON_THROW_ON_ERROR)];
	$answer = file_get_contents("$url/ocs/v2.php/apps/compagnon/api/v1/observatory/$path", false, stream_context_create(['http' => $options]));
	/** @var array{ocs: array{data: array<string, mixed>}} $read */
	$read = json_decode((string)$answer, true, flags: JSON_THROW_ON_ERROR);
	return $read['ocs']['data'];
};
$catalogue = Catalogue::read((string)$ask('catalogue')['catalogue']);
$survey = $catalogue->survey($id, new Period($period));
assert($survey instanceof CatalogueSurvey);
for ($space = 0; $space < (int)$spaces; $space++) {
	$side = new SpaceSide($url, static fn (): int => time());
	$attest = ['do' => 'attest', 'to' => $url, 'at' => time(), 'nonce' => bin2hex(random_bytes(16)), 'space' => $side->key(), 'until' => gmdate('Y-m-d', time() + 86_400)];
	$ask('registry/enrolments', $side->message('enrol', ['attestation' => SignedMessage::sign($attest, (string)file_get_contents($file))->toArray()]));
	$blinded = $side->blind(10);
	$tokens = $side->finish($survey, ReportKind::MemberAnswers, $blinded, $ask('registry/tokens', $side->tokenRequest($survey, ReportKind::MemberAnswers, $blinded)));
	foreach ($tokens as $number => $token) {
		$content = ['often' => $number === 0 ? 'never' : ['daily', 'weekly'][($space + $number) % 2], 'mood' => $number % 5 + 1];
		$ask('collector/reports', ['sealed' => SpaceSide::seal($catalogue, SpaceSide::report($survey, ReportKind::MemberAnswers, $token, $content))]);
	}
}
