<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

use OCA\Compagnon\Demo\Crowd\Opinions;
use OCA\Compagnon\Observatory\Collector\Reports;
use OCA\Compagnon\Observatory\ShowCatalogue;
use OCA\Compagnon\Openl\Catalogue;
use OCA\Compagnon\Openl\KeyId;
use OCA\Compagnon\Openl\Period;
use OCA\Compagnon\Openl\Report;
use OCA\Compagnon\Openl\Stratum;
use OCA\Compagnon\Openl\Token;
use OCA\Compagnon\Openl\WithdrawalCode;
use OCA\Compagnon\Port\Database;
use OCA\Compagnon\Port\Random;

// php reports.php SURVEY PERIOD COUNT    so many reports as the collector keeps them, without the way there

require __DIR__ . '/../transfer/process.php';
$get = require __DIR__ . '/../transfer/host.php';
// Alone: what else the demo has would take the place of the server's own classes.
require_once __DIR__ . '/../../demo/src/Crowd/Opinions.php';

[, $id, $period, $count] = $argv;
$catalogue = Catalogue::read($get(ShowCatalogue::class)->newest()->text);
$survey = $catalogue->survey($id, new Period($period)) ?? throw new \RuntimeException("Nobody asks $id in $period");
$reports = $get(Reports::class);
$random = $get(Random::class);
$opinions = new Opinions();
$day = gmdate('Y-m-d');
foreach (array_chunk(range(1, (int)$count), 1_000) as $some) {
	$get(Database::class)->transactional(static function () use ($some, $survey, $reports, $random, $opinions, $day): void {
		foreach ($some as $ignored) {
			$token = new Token(random_bytes(KeyId::BYTES), random_bytes(Token::NONCE_BYTES), random_bytes(Token::AUTHENTICATOR_BYTES));
			$code = WithdrawalCode::make($random);
			$report = new Report($survey->kind, $survey->id, $survey->version, $survey->sha256, $survey->period, $token, $code->reportId(), $code->hash(), $opinions->on($survey));
			$reports->add($report, Stratum::Attested, bin2hex(random_bytes(32)), $day);
		}
	});
}
answer(['kept' => $reports->count($survey->id, $survey->period->name, $survey->kind, Stratum::Attested)]);
