<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

use OCA\Compagnon\Tests\Fake\SurveyWorld;

// php month.php SPACES SEED
// So many spaces, one after the other, each with the app's own code, a database and a clock of its own, and an observatory that
// does not answer for thirty days. Cron is slow: every six hours. Answers are given before that and meanwhile.

require __DIR__ . '/../../vendor/autoload.php';
require __DIR__ . '/../../demo/vendor/autoload.php';
require __DIR__ . '/../transfer/process.php';

const SLICE = 21_600;
const PER_DAY = 4;
/** Days of the simulation: when the observatory goes, when it is back, when everything is looked at. */
const GONE = 2;
const BACK = 32;
const END = 37;

[, $spaces, $seed] = $argv;
$random = new \Random\Randomizer(new \Random\Engine\Mt19937((int)$seed));
$said = $lost = $twice = $asked = 0;
$arrived = [];
for ($space = 0; $space < (int)$spaces; $space++) {
	$world = new SurveyWorld();
	$world->takePart(false);
	$world->work();
	// On these slices somebody answers: at most ten, as many as there are tokens.
	$days = array_map(static fn (): int => $random->getInt(0, 12 * PER_DAY), range(1, $random->getInt(1, 4)));
	$collector = $world->observatory->collector;
	for ($slice = 0, $kept = 0; $slice < END * PER_DAY; $slice++) {
		$world->observatory->trouble = $slice >= GONE * PER_DAY && $slice < BACK * PER_DAY ? 0 : null;
		foreach (array_keys($days, $slice, true) as $member) {
			$world->answer("member-$member");
			$said++;
		}
		$before = count($world->http->asked);
		$world->work();
		$asked += $world->observatory->trouble === null ? 0 : count($world->http->asked) - $before;
		$new = count($collector->kept) - $kept;
		$kept += $new;
		$arrived[$slice] = ($arrived[$slice] ?? 0) + $new;
		$world->clock->advance(SLICE);
	}
	$lost += count($days) - count($collector->reports());
	$twice += count($collector->reports()) - count(array_unique(array_column($collector->kept, 'nullifier')));
}
$late = array_slice($arrived, BACK * PER_DAY);
answer(['answers' => $said, 'lost' => $lost, 'twice' => $twice, 'late' => array_sum($late), 'busiest' => max($late), 'asked' => $asked / (int)$spaces / (BACK - GONE)]);
