<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

// Prints the ballots of the made-up survey and the CSV that is published of them, for whoever counts again.

use OCA\Compagnon\Observatory\Publisher\Count\Asked;
use OCA\Compagnon\Observatory\Publisher\Release\BuildRelease;
use OCA\Compagnon\Observatory\Publisher\Release\Chained;
use OCA\Compagnon\Observatory\Publisher\Site\CsvFile;
use OCA\Compagnon\Tests\Fake\FakeBallots;
use OCA\Compagnon\Tests\Fake\MadeUpSurvey;

require __DIR__ . '/../../vendor/autoload.php';

$answers = MadeUpSurvey::answers((int)($argv[1] ?? 7));
$box = new FakeBallots(...$answers);
$release = (new BuildRelease($box, $box))->build(MadeUpSurvey::wave(), 1_800_000_000)->published(new Chained(1, null, '2027-01-20'));
$questions = array_map(static fn (Asked $asked): array => ['id' => $asked->id, 'shape' => $asked->shape->value, 'choices' => $asked->ids(), 'clauses' => $asked->clauses], MadeUpSurvey::asked());
echo json_encode($answers + ['questions' => $questions, 'csv' => CsvFile::of($release)], JSON_THROW_ON_ERROR);
