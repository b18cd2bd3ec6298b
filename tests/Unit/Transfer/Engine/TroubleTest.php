<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Transfer\Engine;

use OCA\Compagnon\Http\Answer;
use OCA\Compagnon\Http\Request;
use OCA\Compagnon\Http\Unreachable;
use OCA\Compagnon\Http\UnreachableKind;
use OCA\Compagnon\Tests\Fake\FakeBody;
use OCA\Compagnon\Tests\Fake\FakeHttp;
use OCA\Compagnon\Tests\Fake\TransferWorld;
use OCA\Compagnon\Transfer\Engine\ArrivalCheck;
use OCA\Compagnon\Transfer\Engine\Body;
use OCA\Compagnon\Transfer\Engine\Changes;
use OCA\Compagnon\Transfer\Engine\Downloads;
use OCA\Compagnon\Transfer\Engine\HttpFaults;
use OCA\Compagnon\Transfer\Engine\ItemFaults;
use OCA\Compagnon\Transfer\Engine\Limiter;
use OCA\Compagnon\Transfer\Hash\HashAlgorithm;
use OCA\Compagnon\Transfer\Item\ItemKind;
use OCA\Compagnon\Transfer\Item\ItemState;
use OCA\Compagnon\Transfer\Run\RunState;
use OCA\Compagnon\Transfer\Source\Container;
use OCA\Compagnon\Transfer\Source\FoundItem;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\TestCase;

/** What providers and networks do to downloads. */
#[CoversClass(ArrivalCheck::class)]
#[CoversClass(Body::class)]
#[CoversClass(Changes::class)]
#[CoversClass(Downloads::class)]
#[CoversClass(HttpFaults::class)]
#[CoversClass(ItemFaults::class)]
#[CoversClass(Limiter::class)]
final class TroubleTest extends TestCase {
	private TransferWorld $world;

	#[\Override]
	protected function setUp(): void {
		$this->world = new TransferWorld();
	}

	public function testAStormOfRefusalsIsWaitedOut(): void {
		for ($i = 0; $i < 40; $i++) {
			$this->world->source->file("f$i", "body $i");
			$this->world->source->faults["f$i"] = array_fill(0, 8, 429);
		}
		$this->world->run();
		$run = $this->world->finish();

		self::assertSame(RunState::Done, $run->state);
		self::assertSame(40, $this->world->items->counts('run1')->items(ItemState::Verified));
		self::assertLessThanOrEqual(8, $this->world->http->most);
		self::assertSame(0, $this->world->item('f0')->attempts);
	}

	public function testTheLimitGrowsSlowlyAndHalvesOnceForAllThatRanTogether(): void {
		$limiter = Limiter::of('google');
		for ($i = 0; $i < 400; $i++) {
			$limiter->succeeded();
		}
		self::assertSame(24, $limiter->limit());
		foreach ([100, 100, 100] as $now) {
			$limiter->throttled($now, null);
		}
		self::assertSame([11, 101], [$limiter->limit(), $limiter->pausedUntil()]);
		self::assertFalse($limiter->allows(0, 100));
		self::assertTrue($limiter->allows(10, 101));
		self::assertFalse($limiter->allows(11, 101));
		self::assertSame(132, $limiter->throttled(102, 30));
		self::assertSame(8, Limiter::of('dropbox')->limit());
	}

	public function testARefusalAmongManyAnswersIsAboutThatRequestAlone(): void {
		$limiter = Limiter::of('google');
		for ($i = 0; $i < 10; $i++) {
			$limiter->succeeded();
		}
		self::assertSame(105, $limiter->throttled(100, 5));
		self::assertSame([7, 0], [$limiter->limit(), $limiter->pausedUntil()]);
		self::assertTrue($limiter->allows(6, 100));

		for ($i = 0; $i < 10; $i++) {
			$limiter->succeeded();
		}
		// Who asks to be left alone until tomorrow does not mean one request.
		self::assertSame(40_100, $limiter->throttled(100, 40_000));
		self::assertFalse($limiter->allows(0, 40_000));
	}

	public function testALoginThatIsOverPausesTheRunUntilItIsConnectedAgain(): void {
		$this->world->source->file('a', 'first')->file('b', 'second')->file('c', 'third');
		$this->world->source->faults['b'] = [401];
		$this->world->run();
		$run = $this->world->finish();
		self::assertSame([RunState::WaitingReconnect, 'reconnect'], [$run->state, $run->code]);
		self::assertSame(0, $this->world->items->counts('run1')->items(ItemState::Failed));

		$this->world->runs->transition('run1', [RunState::WaitingReconnect], RunState::Active, $this->world->clock->now());
		self::assertSame(RunState::Done, $this->world->finish()->state);
	}

	public function testWhatIsCutComesAgainFromWhereItWas(): void {
		$this->world->source->file('a', random_bytes(20_000_000));
		$this->world->source->faults['a'] = ['cut', 'stall'];
		$this->world->run();

		self::assertSame(RunState::Done, $this->world->finish()->state);
		self::assertSame(['a@0', 'a@10000000', 'a@10000001'], $this->world->source->asked);
		self::assertSame($this->world->source->bodies['a'], $this->world->files->bytes('nadia', 'Drive/a.txt'));
	}

	public function testAKillCostsWhatWasNotNotedYet(): void {
		$this->world->source->file('a', random_bytes(20_000_000));
		$this->world->source->faults['a'] = ['cut'];
		$this->world->cuts->at = ['arrived' => 0];
		$this->world->run();

		self::assertSame(RunState::Done, $this->world->finish()->state);
		self::assertSame(['a@0', 'a@10000000'], $this->world->source->asked);
	}

	public function testARangeThatIsAnsweredWithEverythingBeginsAnew(): void {
		$this->world->source->file('a', random_bytes(9_000_000));
		$this->world->source->faults['a'] = ['cut', 'whole'];
		$this->world->run();

		self::assertSame(RunState::Done, $this->world->finish()->state);
		self::assertSame($this->world->source->bodies['a'], $this->world->files->bytes('nadia', 'Drive/a.txt'));
	}

	public function testWhereNobodyCanGoOnItBeginsAnew(): void {
		$this->world->source->canResume = false;
		$this->world->source->file('a', random_bytes(9_000_000));
		$this->world->source->faults['a'] = ['cut'];
		$this->world->run();

		self::assertSame(RunState::Done, $this->world->finish()->state);
		self::assertSame(['a@0', 'a@0'], $this->world->source->asked);
	}

	public function testAWrongChecksumIsTriedTwiceMore(): void {
		$this->world->source->file('a', 'good', algorithm: HashAlgorithm::DropboxContent)->file('b', 'good');
		$this->world->source->faults = ['a' => ['corrupt', 'corrupt'], 'b' => ['corrupt', 'corrupt', 'corrupt']];
		$this->world->run();

		self::assertSame(RunState::Partial, $this->world->finish()->state);
		self::assertSame(ItemState::Verified, $this->world->item('a')->state);
		self::assertSame([ItemState::Failed, 'checksum'], [$this->world->item('b')->state, $this->world->item('b')->code]);
		self::assertSame(['Drive/a.txt'], $this->world->files->paths('nadia'));

		$this->world->items->retryFailed('run1');
		self::assertTrue($this->world->runs->reopen('run1', $this->world->clock->now()));
		self::assertSame(RunState::Done, $this->world->finish()->state);
		self::assertSame(['Drive/a.txt', 'Drive/b.txt'], $this->world->files->paths('nadia'));
	}

	public function testASizeThatLiesIsNoFile(): void {
		$this->world->source->file('short', 'twelve bytes', algorithm: null)->file('long', 'twelve bytes', algorithm: null);
		$this->world->source->bodies['short'] = 'twelve';
		$this->world->source->bodies['long'] = 'twelve bytes and more';
		$this->world->run();

		self::assertSame(RunState::Partial, $this->world->finish()->state);
		self::assertSame(2, $this->world->items->counts('run1')->items(ItemState::Failed));
		self::assertSame([], $this->world->files->paths('nadia'));
	}

	public function testWhatIsChangedWhileItComesComesAsItIsNow(): void {
		$this->world->source->file('longer', 'first')->file('shorter', 'the first')->file('as long', 'first')->file('large', random_bytes(9_000_000));
		$this->world->source->changes = ['longer' => 'second, and more', 'shorter' => '2nd', 'as long' => 'other', 'large' => random_bytes(9_500_000)];
		$this->world->source->faults['large'] = ['cut'];
		$this->world->run();
		$run = $this->world->finish();

		self::assertSame([RunState::Done, null, true], [$run->state, $run->code, $run->totals['complete'] ?? null]);
		foreach ($this->world->source->bodies as $id => $body) {
			self::assertSame($body, $this->world->files->bytes('nadia', "Drive/$id.txt"), $id);
			self::assertSame(strlen($body), $this->world->item($id)->size);
		}
		$this->world->run(id: 'run2');
		self::assertSame(4, $this->world->items->counts($this->world->finish('run2')->id)->items(ItemState::Identical));
	}

	public function testWhatChangesAgainAndAgainIsSaidAndCanStillCome(): void {
		$this->world->source->file('a', 'v0')->file('b', 'x');
		$version = 0;
		$this->world->cuts->watch = function (string $moment) use (&$version): void {
			if ($moment === 'arrived') {
				$this->world->source->changes['a'] = 'v' . str_repeat('x', ++$version);
			}
		};
		$this->world->source->changes['a'] = 'v';
		$this->world->run();
		self::assertSame(RunState::Partial, $this->world->finish()->state);
		self::assertSame([ItemState::Failed, 'changed'], [$this->world->item('a')->state, $this->world->item('a')->code]);

		$this->world->cuts->watch = null;
		$this->world->items->retryFailed('run1');
		$this->world->runs->reopen('run1', $this->world->clock->now());
		self::assertSame(RunState::Done, $this->world->finish()->state);
		self::assertSame($this->world->source->bodies['a'], $this->world->files->bytes('nadia', 'Drive/a.txt'));
	}

	public function testWhatIsGoneOrClosedWhileItComesIsSaidToBeThat(): void {
		$this->world->source->file('gone', 'first')->file('closed', 'first');
		$this->world->source->faults = ['gone' => ['corrupt'], 'closed' => ['corrupt']];
		$this->world->run();
		$this->world->cuts->watch = function (string $moment): void {
			if ($moment === 'next phase') {
				unset($this->world->source->items['gone']);
				$this->world->source->items['closed'] = new FoundItem('closed', ItemKind::File, null, 'closed.txt', 5, unsupported: 'not_downloadable');
			}
		};
		self::assertSame(RunState::Done, $this->world->finish()->state);
		self::assertSame([ItemState::Vanished, 'vanished'], [$this->world->item('gone')->state, $this->world->item('gone')->code]);
		self::assertSame([ItemState::Unsupported, 'not_downloadable'], [$this->world->item('closed')->state, $this->world->item('closed')->code]);
	}

	public function testWhatComesFromAnotherAddressThanTheProvidersIsNotTaken(): void {
		$this->world->wire = new FakeHttp(fn (Request $request): Answer|FakeBody|Unreachable => str_ends_with($request->url, '/a')
			? new Unreachable(UnreachableKind::ForeignHost, '127.0.0.1')
			: $this->world->source->answer($request));
		$this->world->source->file('a', 'first')->file('b', 'second');
		$this->world->run();
		self::assertSame(RunState::Partial, $this->world->finish()->state);
		self::assertSame([ItemState::Failed, 'unreachable_foreign_host', 0], [$this->world->item('a')->state, $this->world->item('a')->code, $this->world->item('a')->attempts]);
		self::assertSame(['Drive/b.txt'], $this->world->files->paths('nadia'));
	}

	public function testADocumentHasToEndAsItsKindDoes(): void {
		$zip = "PK\x03\x04 content PK\x05\x06 directory";
		$this->world->source->file('zip', $zip, algorithm: null, knowsSize: false)->file('torn', substr($zip, 0, 12), algorithm: null, knowsSize: false)
			->file('pdf', "%PDF-1.7 text\n%%EOF\n", algorithm: null, knowsSize: false)->file('half', '%PDF-1.7 te', algorithm: null, knowsSize: false)
			->file('error', '<html>sorry</html>', algorithm: null, knowsSize: false)->file('any', 'anything', algorithm: null, knowsSize: false);
		$this->world->source->containers = ['zip' => Container::Zip, 'torn' => Container::Zip, 'pdf' => Container::Pdf, 'half' => Container::Pdf, 'error' => Container::Zip, 'any' => Container::Any];
		$this->world->run();
		$this->world->finish();

		self::assertSame(['Drive/any.txt', 'Drive/pdf.txt', 'Drive/zip.txt'], $this->world->files->paths('nadia'));
		self::assertSame('incomplete', $this->world->item('torn')->code);
		self::assertSame(strlen($zip) + 28, $this->world->items->counts('run1')->bytes(ItemState::Verified));
	}

	public function testWhatGoesWrongForOneIsSaidOfThatOne(): void {
		foreach (['gone' => 404, 'kept' => 403, 'odd' => 400] as $id => $status) {
			$this->world->source->file($id, 'x');
			$this->world->source->faults[$id] = [$status];
		}
		$this->world->source->file('down', 'x')->file('form', '', unsupported: 'form');
		$this->world->source->faults['down'] = array_fill(0, 20, 503);
		$this->world->run();

		self::assertSame(RunState::Partial, $this->world->finish()->state);
		self::assertSame(
			['failed' => ['provider_error' => 1, 'provider_refused' => 1], 'unsupported' => ['form' => 1, 'not_downloadable' => 1], 'vanished' => ['vanished' => 1]],
			$this->world->report->codes('run1'),
		);
		self::assertSame(6, count(array_keys($this->world->source->asked, 'down@0', true)));
	}

	public function testAVeryLargeFileComesInRangesAtOnceAndSurvivesAKill(): void {
		[$this->world->sizes->from, $this->world->sizes->segment] = [20_000_000, 3_000_000];
		$this->world->source->file('a', random_bytes(25_000_000));
		$this->world->http->atOnce = 3;
		$this->world->cuts->at = ['arrived' => 1];
		$this->world->run();

		self::assertSame(RunState::Done, $this->world->finish()->state);
		self::assertSame($this->world->source->bodies['a'], $this->world->files->bytes('nadia', 'Drive/a.txt'));
		self::assertSame(8, $this->world->http->most);
		$asked = array_count_values($this->world->source->asked);
		self::assertCount(9, $asked);
		self::assertLessThanOrEqual(9, count($this->world->source->asked));
	}

	public function testVeryLargeFilesComeOneAfterTheOther(): void {
		[$this->world->sizes->from, $this->world->sizes->segment] = [20_000_000, 2_000_000];
		$this->world->source->file('a', random_bytes(20_000_000))->file('b', random_bytes(20_000_000));
		$this->world->http->atOnce = 3;
		$this->world->run();

		self::assertSame(RunState::Done, $this->world->finish()->state);
		$order = array_map(static fn (string $asked): string => $asked[0], $this->world->source->asked);
		self::assertSame([...array_fill(0, 10, 'a'), ...array_fill(0, 10, 'b')], $order);
	}

	public function testAProviderWithoutRangesIsAskedForTheWhole(): void {
		[$this->world->sizes->from, $this->world->sizes->segment] = [5_000_000, 1_000_000];
		$this->world->source->file('a', random_bytes(6_000_000));
		$this->world->source->faults['a'] = ['whole'];
		$this->world->run();

		self::assertSame(RunState::Done, $this->world->finish()->state);
		self::assertSame($this->world->source->bodies['a'], $this->world->files->bytes('nadia', 'Drive/a.txt'));
	}
}
