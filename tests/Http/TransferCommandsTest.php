<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Http;

use OCA\Compagnon\Tests\Http\Support\HttpTestCase;
use OCA\Compagnon\Tests\Http\Support\Person;
use OCA\Compagnon\Tests\Http\Support\Space;
use PHPUnit\Framework\Attributes\CoversNothing;

/** The commands of moving in, as whoever runs the server types them: the same ones on both hosts. */
#[CoversNothing]
final class TransferCommandsTest extends HttpTestCase {
	public function testAMoveIsListedWorkedOnStoppedAndTold(): void {
		$space = Space::get();
		$nadia = $space->person();
		self::assertSame([0, "There are no moves.\n"], $space->tryCommand('transfer:list', '--user', $nadia->id));
		$run = $this->draft($nadia);
		self::call($nadia, 'run-scan', parameters: ['run' => $run]);

		self::assertSame(0, $space->tryCommand('transfer:pause', $run)[0]);
		[$status, $text] = $space->tryCommand('transfer:status', $run);
		self::assertSame(0, $status);
		self::assertStringStartsWith("Run $run: paused, phase scan\nFor $nadia->id, begun by $nadia->id on ", $text);
		self::call($nadia, 'run-resume', parameters: ['run' => $run]);

		[$status, $text] = $space->tryCommand('transfer:run', $run);
		self::assertSame(1, $status, 'it waits for the person');
		self::assertStringContainsString("Run $run: ready, ", $text);
		self::call($nadia, 'run-start', parameters: ['run' => $run]);
		[$status, $text] = $space->tryCommand('transfer:run', $run);
		self::assertSame(0, $status, $text);
		self::assertStringContainsString("Run $run: done, phase report", $text);

		$this->checkWords($nadia, $run);
	}

	public function testWhatCannotBeDoneIsSaidAndExitsWithAnError(): void {
		$space = Space::get();
		$nadia = $space->person();
		$run = $this->draft($nadia);

		self::assertSame(0, $space->tryCommand('transfer:cancel', $run)[0]);
		foreach (['pause', 'cancel'] as $command) {
			[$status, $text] = $space->tryCommand("transfer:$command", $run);
			self::assertSame(1, $status);
			self::assertStringContainsString('This move is over already.', $text);
		}
		foreach (['status', 'run', 'pause', 'cancel', 'report'] as $command) {
			[$status, $text] = $space->tryCommand("transfer:$command", 'nothing');
			self::assertSame(1, $status);
			self::assertStringContainsString('There is no such move.', $text);
		}
		[$status, $text] = $space->tryCommand('transfer:report', $run, '--output', 'xml');
		self::assertSame(2, $status);
		self::assertStringContainsString('--output is plain or json.', $text);
	}

	/** How many and why, never what. */
	private function checkWords(Person $nadia, string $run): void {
		$space = Space::get();
		[, $list] = $space->tryCommand('transfer:list', '--user', $nadia->id);
		self::assertMatchesRegularExpression("/^$run +done +report +$nadia->id +archive +2 of 2, /", $list);
		[$status, $report] = $space->tryCommand('transfer:report', $run);
		self::assertSame(0, $status);
		self::assertStringContainsString('It adds up.', $report);
		[, $json] = $space->tryCommand('transfer:report', $run, '--output', 'json');
		self::assertSame([$run, 'done', true], [...array_values(array_intersect_key((array)json_decode($json, true), ['id' => 0, 'state' => 0, 'holds' => 0]))]);
		foreach ([$list, $report, $json] as $said) {
			self::assertStringNotContainsString('Secret', $said);
		}
	}

	private function draft(Person $person): string {
		$file = (string)tempnam(sys_get_temp_dir(), 'zip');
		$zip = new \ZipArchive();
		$zip->open($file, \ZipArchive::OVERWRITE);
		$zip->addFromString('Secret/letter.txt', 'Dear all');
		$zip->close();
		$archive = Space::get()->addFile($person, 'Secret.zip', (string)file_get_contents($file));
		unlink($file);
		return (string)self::call($person, 'run-create', ['source' => 'archive', 'target' => 'Arrivée', 'archives' => [$archive]])->data()['id'];
	}
}
