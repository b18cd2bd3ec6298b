<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Transfer\Engine;

use OCA\Compagnon\Tests\Fake\PowerCut;
use OCA\Compagnon\Tests\Fake\TransferWorld;
use OCA\Compagnon\Transfer\Engine\Body;
use OCA\Compagnon\Transfer\Engine\Ranges;
use OCA\Compagnon\Transfer\Engine\StagingFiles;
use OCA\Compagnon\Transfer\Hash\HashAlgorithm;
use OCA\Compagnon\Transfer\Item\ItemState;
use OCA\Compagnon\Transfer\Run\RunState;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\TestWith;
use PHPUnit\Framework\TestCase;

/** What a kill leaves of files that were coming, and what comes of it. */
#[CoversClass(Body::class)]
#[CoversClass(Ranges::class)]
#[CoversClass(StagingFiles::class)]
final class LeftoverTest extends TestCase {
	private TransferWorld $world;

	#[\Override]
	protected function setUp(): void {
		$this->world = new TransferWorld();
	}

	public function testWhatNoRowKnowsOfIsGoneOnFrom(): void {
		$this->file(1_000_000);
		$this->cut(300_000);

		$this->comes(['a@0', 'a@300000']);
	}

	public function testWhatCameBehindTheLastMarkIsGoneOnFrom(): void {
		$this->file(20_000_000);
		$this->cut(12_000_000);
		self::assertGreaterThanOrEqual(8_388_608, $this->world->item('a')->stagedBytes);
		self::assertLessThan(12_000_000, $this->world->item('a')->stagedBytes);

		$this->comes(['a@0', 'a@12000000']);
	}

	public function testWhatIsWholeAndWasNotWrittenYetArrivesWithoutARequest(): void {
		$this->file(1_000_000);
		$this->world->cuts->at = ['arrived' => 0];
		$this->killed();

		$this->comes(['a@0']);
	}

	public function testASmallFileComesAgain(): void {
		$this->file(65_536);
		$this->cut(50_000);

		$this->comes(['a@0', 'a@0']);
	}

	public function testWithoutAChecksumOnlyWhatTheRowKnowsOfIsTrusted(): void {
		$this->file(20_000_000, null);
		$this->world->source->file('b', random_bytes(1_000_000), algorithm: null);
		$this->world->http->atOnce = 1;
		$this->cut(12_000_000);
		$noted = $this->world->item('a')->stagedBytes;
		self::assertGreaterThan(8_000_000, $noted);
		$this->spoil(fn (string $bytes): string => substr($bytes, 0, $noted) . str_repeat('x', strlen($bytes) - $noted));

		$this->comes(['a@0', "a@$noted", 'b@0']);
	}

	#[TestWith([10])]
	#[TestWith([299_999])]
	public function testWhatIsWrongThereIsThrownAwayAndIsNoTryThatFailed(int $at): void {
		$this->file(1_000_000);
		$this->cut(300_000);
		$this->spoil(function (string $bytes) use ($at): string {
			$bytes[$at] = chr(ord($bytes[$at]) ^ 1);
			return $bytes;
		});
		// Two more would be two failed tries, and all there are.
		$this->world->source->faults['a'] = [null, 'corrupt', 'corrupt'];

		$this->comes(['a@0', 'a@300000', 'a@0', 'a@0', 'a@0']);
	}

	public function testWhatIsWrongAndWholeIsThrownAwayToo(): void {
		$this->file(1_000_000);
		$this->cut(300_000);
		$this->spoil(static fn (): string => str_repeat('x', 1_000_000));

		$this->comes(['a@0', 'a@0']);
		self::assertSame(0, $this->world->item('a')->attempts);
	}

	public function testMoreThanTheFileHasIsNotOfIt(): void {
		$this->file(1_000_000);
		$this->cut(300_000);
		$this->spoil(static fn (string $bytes): string => $bytes . str_repeat('x', 700_001));

		$this->comes(['a@0', 'a@0']);
		self::assertSame(0, $this->world->item('a')->attempts);
	}

	public function testWhatWasChangedAtItsSourceMeanwhileComesAsItIsNow(): void {
		$this->file(1_000_000);
		$this->cut(300_000);
		$this->world->source->changes['a'] = random_bytes(1_000_001);

		$this->comes(['a@0', 'a@300000', 'a@0']);
	}

	public function testASourceThatCannotGoOnIsAskedForAllOfIt(): void {
		$this->world->source->canResume = false;
		$this->file(1_000_000);
		$this->cut(300_000);

		$this->comes(['a@0', 'a@0']);
	}

	public function testAKillLeavesAFileOfRangesWithItsHoles(): void {
		[$this->world->sizes->from, $this->world->sizes->segment] = [20_000_000, 5_000_000];
		$this->file(20_000_000);
		// The third range stalls, so that the fourth lies behind a hole.
		$this->world->source->faults['a'] = [null, null, 'stall'];
		$this->world->http->atOnce = 2;
		$this->world->cuts->at = ['arrived' => 1];
		$this->killed();
		self::assertSame(10_000_000, $this->world->item('a')->stagedBytes);

		$this->comes(['a@0', 'a@5000000', 'a@10000000', 'a@15000000', 'a@10000001']);
	}

	public function testAProviderThatRefusesRangesLeavesNoHoles(): void {
		[$this->world->sizes->from, $this->world->sizes->segment] = [20_000_000, 5_000_000];
		$this->file(20_000_000);
		$this->world->source->faults['a'] = [null, 'whole', null, null];
		$left = null;
		$this->world->cuts->watch = function (string $moment) use (&$left): void {
			if ($moment === 'arrived' && $left === null) {
				$left = (new StagingFiles($this->world->staging))->length($this->world->item('a'));
			}
		};

		$this->world->run();
		$this->world->finish();
		self::assertSame(0, $left);
		$this->isThere();
	}

	public function testWhatEndsOtherwiseLeavesNothing(): void {
		$this->file(1_000_000);
		$this->world->source->file('b', random_bytes(1_000_000));
		$this->cut(300_000);
		unset($this->world->source->bodies['a']);
		$left = [];
		$this->world->cuts->watch = function (string $moment) use (&$left): void {
			if ($moment === 'arrived' && $this->world->item('a')->state === ItemState::Vanished) {
				$left[] = (new StagingFiles($this->world->staging))->length($this->world->item('a'));
			}
		};

		self::assertSame(RunState::Done, $this->world->finish()->state);
		self::assertSame([0], array_unique($left));
		self::assertSame([], glob($this->world->staging->folder() . '/*'));
	}

	private function file(int $bytes, ?HashAlgorithm $algorithm = HashAlgorithm::Md5): void {
		$this->world->source->file('a', random_bytes($bytes), algorithm: $algorithm);
	}

	/** The power goes when so much has come. */
	private function cut(int $after): void {
		$this->world->http->cutAfter = $after;
		$this->killed();
	}

	private function killed(): void {
		$this->world->run();
		try {
			$this->world->slice()->work('run1', 'first', 600);
			self::fail('The power stayed.');
		} catch (PowerCut) {
			$this->world->clock->advance(241);
		}
	}

	/** @param \Closure(string): string $how */
	private function spoil(\Closure $how): void {
		$path = (new StagingFiles($this->world->staging))->path($this->world->item('a'));
		file_put_contents($path, $how((string)file_get_contents($path)));
	}

	/** @param list<string> $asked */
	private function comes(array $asked): void {
		self::assertSame(RunState::Done, $this->world->finish()->state);
		self::assertSame($asked, $this->world->source->asked);
		$this->isThere();
	}

	private function isThere(): void {
		foreach ($this->world->source->bodies as $id => $body) {
			self::assertTrue($body === $this->world->files->bytes('nadia', "Drive/$id.txt"), "$id is another");
		}
		self::assertSame([], glob($this->world->staging->folder() . '/*'));
	}
}
