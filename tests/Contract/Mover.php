<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Contract;

use OCA\Compagnon\Tests\Fake\RealSpace;
use OCA\Compagnon\Tests\Unit\Transfer\Engine\RandomMove;

/** A process of its own that works on the run of a random move, and kills itself as a power cut does. */
final readonly class Mover {
	/** @param list<string> $arguments seed, time, and after how many moments it kills itself */
	public static function work(RealSpace $space, array $arguments): void {
		[$seed, $now, $moments] = array_map(intval(...), $arguments);
		$move = new RandomMove($seed, space: $space, begins: false);
		$world = $move->world;
		$world->clock->now = $now;
		$world->cuts->at = [];
		$die = static function () use (&$moments): void {
			if (--$moments === 0) {
				posix_kill(posix_getpid(), SIGKILL);
			}
		};
		$world->cuts->watch = $die;
		if ($world->shaky !== null) {
			$world->shaky->watch = $die;
			$world->shaky->power = static function (): never {
				posix_kill(posix_getpid(), SIGKILL);
				exit(1);
			};
			$world->shaky->cutAfter = $moments > 0 ? $world->shaky->cutAfter : null;
		}
		$world->finish();
	}
}
