<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

use OCA\Compagnon\Transfer\ChooseRun;
use OCA\Compagnon\Transfer\CreateRun;
use OCA\Compagnon\Transfer\Engine\RunSlice;
use OCA\Compagnon\Transfer\Engine\SliceResult;
use OCA\Compagnon\Transfer\Item\ItemRepository;
use OCA\Compagnon\Transfer\Run\RunRepository;
use OCA\Compagnon\Transfer\Run\RunState;
use OCA\Compagnon\Transfer\ScanRun;
use OCA\Compagnon\Transfer\Source\Choice;
use OCA\Compagnon\Transfer\StartRun;

// php ours.php scan|start|move|work USER TARGET [RUN|ARCHIVE...]
// A move by the use cases of the app and by slices, as the worker of a background job has them: "scan" ends when what is to
// come is known and named, "start" when it may begin to come, "move" goes on to the end, "work" goes on with a run that
// another process has begun.

require __DIR__ . '/process.php';
$began = microtime(true);
$get = require __DIR__ . '/host.php';
[, $what, $user, $target] = $argv;
$inputs = array_slice($argv, 4);

$heard = ['created' => 0, 'written' => 0];
if ((string)getenv('COMPAGNON_HOST') !== 'demo') {
	// What other apps are told of while files come: by that they write an activity, or look into the content.
	$events = $get(\OCP\EventDispatcher\IEventDispatcher::class);
	$events->addListener(\OCP\Files\Events\Node\NodeCreatedEvent::class, static function () use (&$heard): void {
		$heard['created']++;
	});
	$events->addListener(\OCP\Files\Events\Node\NodeWrittenEvent::class, static function () use (&$heard): void {
		$heard['written']++;
	});
}

$slice = $get(RunSlice::class);
$runs = $get(RunRepository::class);
// All that is needed has been loaded once: what comes on top of that is the run's own.
$runs->find('none');
$idle = memoryOf('VmRSS');
$ready = microtime(true);

$work = static function (string $run) use ($slice, $runs): array {
	$begun = microtime(true);
	$waited = 0.0;
	// Each process bears the same name: a new one need not wait until the lease of one that was killed has run out.
	while (!in_array($slice->work($run, 'bench', 600), [SliceResult::Ended, SliceResult::Stopped], true)) {
		// Another worker has it, or nothing is due: the list of jobs would come back to it.
		usleep(200_000);
		$waited += 0.2;
	}
	return ['seconds' => round(microtime(true) - $begun, 2), 'waited' => $waited];
};

$phases = [];
if ($what === 'work') {
	$id = $inputs[0];
} else {
	$archives = array_map(intval(...), $inputs);
	$made = $get(CreateRun::class)->create($user, $archives === [] ? 'google' : 'archive', null, $archives, $target, null);
	$id = $made['id'];
	$get(ChooseRun::class)->choose($user, $id, $target, new Choice(), 'both', false);
	$get(ScanRun::class)->scan($user, $id);
	fwrite(STDERR, "run $id\n");
	$phases['scan'] = $work($id);
	if (in_array($what, ['start', 'move'], true) && $runs->find($id)?->state === RunState::Ready) {
		$get(StartRun::class)->start($user, $id);
	}
}
fwrite(STDERR, "moving\n");
if (in_array($what, ['move', 'work'], true)) {
	$phases['move'] = $work($id);
}

$run = $runs->find($id);
answer([
	'run' => $id,
	'state' => $run?->state->value,
	'code' => $run?->code,
	'phases' => $phases,
	'items' => $get(ItemRepository::class)->counts($id)->states,
	'boot' => round($ready - $began, 2),
	'seconds' => round(microtime(true) - $began, 2),
	'processor' => processorTime(),
	'memory' => ['idle' => $idle, 'peak' => memoryOf('VmHWM')],
	'heard' => $heard,
]);
