<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Transfer;

use OCA\Compagnon\Error\Invalid;
use OCA\Compagnon\Error\NotFound;
use OCA\Compagnon\Error\Refused;
use OCA\Compagnon\Error\Unavailable;
use OCA\Compagnon\Transfer\Fault\Fault;
use OCA\Compagnon\Transfer\Fault\FaultKind;
use OCA\Compagnon\Transfer\Fault\FaultRefusal;
use OCA\Compagnon\Transfer\FindCopy;
use OCA\Compagnon\Transfer\Item\Item;
use OCA\Compagnon\Transfer\Item\ItemKind;
use OCA\Compagnon\Transfer\Item\ItemState;
use OCA\Compagnon\Transfer\ListPlaces;
use OCA\Compagnon\Transfer\Map\Copy;
use OCA\Compagnon\Transfer\Map\MapRepository;
use OCA\Compagnon\Transfer\Oauth\ClientStore;
use OCA\Compagnon\Transfer\Run\RunPace;
use OCA\Compagnon\Transfer\Run\RunPhase;
use OCA\Compagnon\Transfer\Run\RunRepository;
use OCA\Compagnon\Transfer\Run\RunState;
use OCA\Compagnon\Transfer\Run\RunView;
use OCA\Compagnon\Transfer\Run\RunWaiting;
use OCA\Compagnon\Transfer\Run\TargetFolder;
use OCA\Compagnon\Transfer\SetClient;
use OCA\Compagnon\Transfer\ShowFolders;
use OCA\Compagnon\Transfer\ShowOverview;
use OCA\Compagnon\Transfer\ShowRun;
use OCA\Compagnon\Transfer\ShowSettings;
use OCA\Compagnon\Transfer\Source\SourceFolder;
use OCA\Compagnon\Transfer\Source\Weight;
use OCA\Compagnon\Transfer\TransferSettings;
use OCA\Compagnon\Transfer\WeighFolder;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** What is shown and found without anything being changed. */
#[CoversClass(FaultRefusal::class)]
#[CoversClass(FindCopy::class)]
#[CoversClass(ListPlaces::class)]
#[CoversClass(RunPace::class)]
#[CoversClass(RunView::class)]
#[CoversClass(RunWaiting::class)]
#[CoversClass(SetClient::class)]
#[CoversClass(ShowFolders::class)]
#[CoversClass(WeighFolder::class)]
#[CoversClass(ShowOverview::class)]
#[CoversClass(ShowRun::class)]
#[CoversClass(ShowSettings::class)]
#[CoversClass(TargetFolder::class)]
#[CoversClass(TransferSettings::class)]
final class ShowTest extends TestCase {
	private CourseWorld $world;

	#[\Override]
	protected function setUp(): void {
		$this->world = new CourseWorld();
	}

	public function testTheOverviewSaysWhatCanBeDone(): void {
		$this->world->get(ClientStore::class)->set('google', 'id', 'secret');
		$id = $this->world->connect('nadia');
		$this->world->jobs->lastRun = $this->world->clock->now() - 60;

		$overview = $this->world->get(ShowOverview::class)->show('nadia');

		self::assertSame([true, false, ''], [$overview['may'], $overview['mayForOthers'], $overview['contact']]);
		self::assertSame([
			['id' => 'google', 'name' => 'Google Drive', 'needsConnection' => true, 'configured' => true],
			['id' => 'archive', 'name' => 'An archive', 'needsConnection' => false, 'configured' => true],
		], $overview['sources']);
		self::assertSame([['id' => $id, 'source' => 'google', 'label' => 'nadia@example.org', 'state' => 'ready', 'createdAt' => $this->world->clock->now()]], $overview['connections']);
		self::assertSame(['mode' => 'cron', 'lastRun' => $this->world->clock->now() - 60, 'late' => false], $overview['cron']);
		self::assertTrue($this->world->get(ShowOverview::class)->show('camille')['mayForOthers']);
		self::assertSame([], $this->world->get(ShowOverview::class)->show('camille')['connections']);
	}

	public function testTheSpaceIsLateWhenItDidNotWorkForLong(): void {
		foreach (['cron' => 901, 'webcron' => 2701, 'ajax' => 3601] as $mode => $seconds) {
			$this->world->jobs->mode = $mode;
			foreach ([$seconds => true, $seconds - 1 => false] as $ago => $late) {
				$this->world->jobs->lastRun = $this->world->clock->now() - $ago;
				self::assertSame($late, $this->world->get(ShowOverview::class)->show('nadia')['cron']['late'], "$mode $ago");
			}
		}
		$this->world->jobs->lastRun = null;
		self::assertTrue($this->world->get(ShowOverview::class)->show('nadia')['cron']['late']);
	}

	public function testARunSaysHowFastItGoesAndHowLongItTakes(): void {
		$run = $this->world->draft('nadia');
		self::assertSame([null, null, null], $this->pace($run));

		$this->world->put($run, RunState::Ready, RunPhase::Plan);
		$this->world->item($run, 'a', ItemState::Queued, 50_000_000);
		self::assertSame([null, null, 10], $this->pace($run));

		$this->world->put($run, RunState::Active);
		$this->world->item($run, 'b', ItemState::Verified, 1_000_000);
		self::assertSame([null, null, 10], $this->pace($run));
		$now = $this->world->clock->now();
		$this->world->get(RunRepository::class)->lease($run, 'worker', $now, $now + 100);
		$this->world->get(RunRepository::class)->keepCursor($run, 'worker', ['verified' => [$now + 1 => 1_000_000]]);
		$this->world->clock->advance(10);
		self::assertSame([100_000, 500, 10], $this->pace($run));

		for ($i = 0; $i < 60; $i++) {
			$this->world->item($run, "small $i", ItemState::Queued, 0);
		}
		self::assertSame([100_000, 610, 10], $this->pace($run));
	}

	public function testWhyNothingMovesIsSaid(): void {
		$run = $this->world->draft('nadia');
		self::assertNull($this->show($run)['waiting']);
		$now = $this->world->clock->now();
		$this->world->put($run, RunState::WaitingReconnect, code: 'reconnect');
		self::assertSame(['for' => 'reconnect', 'since' => $now, 'until' => null], $this->show($run)['waiting']);
		self::assertStringStartsWith('The provider does not let us in', (string)$this->show($run)['problem']);
		$this->world->put($run, RunState::WaitingRoom);
		self::assertSame('room', $this->show($run)['waiting']['for'] ?? null);

		$this->world->put($run, RunState::Active);
		self::assertNull($this->show($run)['waiting']);
		$this->world->clock->advance(61);
		self::assertSame(['for' => 'cron', 'since' => $now, 'until' => null], $this->show($run)['waiting']);
		$this->world->get(RunRepository::class)->lease($run, 'worker', $now + 61, $now + 200);
		self::assertNull($this->show($run)['waiting']);
		$this->world->get(RunRepository::class)->keepCursor($run, 'worker', [], $now + 400);
		self::assertSame(['for' => 'provider', 'since' => $now, 'until' => $now + 400], $this->show($run)['waiting']);
	}

	public function testRoomIsToldAsFarAsItIsKnown(): void {
		$run = $this->world->draft('nadia');
		$this->world->item($run, 'a', ItemState::Queued, 500);
		self::assertSame(['needed' => 500, 'free' => null, 'enough' => true], $this->show($run)['room']);
		$this->world->files->quota['nadia'] = 499;
		self::assertSame(['needed' => 500, 'free' => 499, 'enough' => false], $this->show($run)['room']);
		$this->world->files->people = [];
		self::assertSame(['needed' => 500, 'free' => null, 'enough' => true], $this->show($run)['room']);
	}

	public function testAnOldLinkLeadsToTheCopyWhereverItIsNow(): void {
		$file = $this->world->files->put('nadia', 'Arrivée/plan.odt', 'x');
		$map = $this->world->get(MapRepository::class);
		$map->remember('nadia', 'google:1', [new Copy(Item::keyOf(ItemKind::File, 'abc'), $file->id, $file->etag, 1, null, null, 5)]);
		$map->remember('nadia', 'google:2', [new Copy(Item::keyOf(ItemKind::File, 'abc'), 4711, 'gone', 1, null, null, 9)]);
		$this->world->files->move($file->id, 'Projets/plan final.odt');

		self::assertSame(
			['id' => $file->id, 'name' => 'plan final.odt', 'path' => 'Projets/plan final.odt', 'url' => "https://space.example/f/$file->id"],
			$this->world->get(FindCopy::class)->find('nadia', ' https://google.example/abc '),
		);
	}

	/** @return iterable<string, array{string, string, class-string<\Throwable>}> */
	public static function deadLinks(): iterable {
		yield 'somebody else’s' => ['bruno', 'https://google.example/abc', NotFound::class];
		yield 'not brought' => ['nadia', 'https://google.example/other', NotFound::class];
		yield 'of nobody we know' => ['nadia', 'https://example.org/abc', Invalid::class];
		yield 'no link' => ['nadia', 'abc', Invalid::class];
	}

	/** @param class-string<\Throwable> $refusal */
	#[DataProvider('deadLinks')]
	public function testADeadLinkIsSaid(string $userId, string $link, string $refusal): void {
		$file = $this->world->files->put('nadia', 'plan.odt', 'x');
		$this->world->get(MapRepository::class)->remember('nadia', 'google:1', [new Copy(Item::keyOf(ItemKind::File, 'abc'), $file->id, $file->etag, 1, null, null, 5)]);

		$this->expectException($refusal);
		$this->world->get(FindCopy::class)->find($userId, $link);
	}

	public function testPlacesAreFoldersByName(): void {
		foreach (['b10', 'b9', 'A'] as $folder) {
			$this->world->files->makeFolder('nadia', "Projets/$folder");
		}
		$this->world->files->put('nadia', 'Projets/file.txt', 'x');
		$this->world->files->quota['nadia'] = 100;

		self::assertSame([
			'path' => 'Projets', 'writable' => true, 'free' => 99,
			'places' => [['name' => 'A', 'path' => 'Projets/A'], ['name' => 'b9', 'path' => 'Projets/b9'], ['name' => 'b10', 'path' => 'Projets/b10']],
		], $this->world->get(ListPlaces::class)->list('nadia', '/Projets/'));
		self::assertSame('', $this->world->get(ListPlaces::class)->list('nadia', '')['path']);
		foreach (['Nowhere', 'Projets/file.txt'] as $path) {
			try {
				$this->world->get(ListPlaces::class)->list('nadia', $path);
				self::fail($path);
			} catch (NotFound) {
				self::assertNotSame('', $path);
			}
		}
	}

	public function testFoldersAreThoseOfTheRunsAccount(): void {
		$run = $this->world->draft('nadia');
		$this->world->google->folders = [new SourceFolder('f1', "Caf\xe9", 'mine', true, null, 3)];

		self::assertSame([['id' => 'f1', 'name' => 'Caf?', 'kind' => 'mine', 'hasChildren' => true, 'size' => null, 'items' => 3]], $this->world->get(ShowFolders::class)->show('nadia', $run, 'root'));
		self::assertSame(['nadia', $this->world->run($run)->account, 'root'], [$this->world->google->asked[0][0]->userId, $this->world->google->asked[0][0]->connection, $this->world->google->asked[0][1]]);
	}

	public function testAFolderIsWeighedWithinBounds(): void {
		$run = $this->world->draft('nadia');
		$this->world->google->weight = new Weight(12, 34, false);

		self::assertSame(['items' => 12, 'bytes' => 34, 'complete' => false], $this->world->get(WeighFolder::class)->weigh('nadia', $run, 'f1'));
		self::assertSame(['nadia', $this->world->run($run)->account, 'f1'], [$this->world->google->asked[0][0]->userId, $this->world->google->asked[0][0]->connection, $this->world->google->asked[0][1]]);
		$effort = $this->world->google->effort ?? self::fail('without bounds');
		for ($requests = 0; $effort->next() !== null; $requests++) {
			self::assertLessThan(100, $requests);
		}
		self::assertSame(40, $requests);
		$this->world->get(WeighFolder::class)->weigh('nadia', $run, 'f1');
		self::assertSame(8, $this->world->google->effort->next());
		$this->world->clock->advance(8);
		self::assertNull($this->world->google->effort->next());

		$this->world->google->fault = new Fault(FaultKind::Throttled, 'rate_limited');
		$this->expectException(Unavailable::class);
		$this->world->get(WeighFolder::class)->weigh('nadia', $run, 'f1');
	}

	public function testAFaultOfTheSourceIsARefusalWithItsSentence(): void {
		$run = $this->world->draft('nadia');
		foreach ([[FaultKind::Reconnect, 'reconnect', Refused::class], [FaultKind::Again, 'unreachable', Unavailable::class], [FaultKind::Vanished, 'vanished', NotFound::class]] as [$kind, $code, $class]) {
			$this->world->google->fault = new Fault($kind, $code);
			try {
				$this->world->get(ShowFolders::class)->show('nadia', $run, null);
				self::fail($code);
			} catch (Refused|Unavailable|NotFound $e) {
				self::assertInstanceOf($class, $e);
			}
		}
	}

	public function testSettingsAreKeptAndSecretsNeverTold(): void {
		$settings = $this->world->get(TransferSettings::class);
		self::assertSame([true, null, true, ''], [$settings->members(), $settings->bandwidth(), $settings->fast(), $settings->staging()]);
		$settings->change(false, 1000, false, ' /srv/staging/ ');
		$set = $this->world->get(SetClient::class);
		$set->set('google', ' client ', ' geheim ');
		$set->set('google', 'client', null);

		$shown = $this->world->get(ShowSettings::class)->show();

		self::assertSame([false, 1000, false, '/srv/staging'], [$shown['members'], $shown['bandwidth'], $shown['fast'], $shown['staging']]);
		self::assertSame(['source' => 'google', 'name' => 'Google Drive', 'id' => 'client', 'secretSet' => true, 'secretNeeded' => true, 'redirectUri' => 'https://space.example/apps/compagnon/transfer/callback'], $shown['clients'][0]);
		self::assertStringNotContainsString('geheim', json_encode($shown, JSON_THROW_ON_ERROR));
		self::assertSame('geheim', $this->world->get(ClientStore::class)->get('google')?->secret());
		$set->set('google', '', null);
		self::assertSame(['', false], [$this->world->get(ShowSettings::class)->show()['clients'][0]['id'], $this->world->get(ClientStore::class)->hasSecret('google')]);
	}

	public function testABadStagingFolderIsNamed(): void {
		foreach (['relative', '/a/../b', "/a\nb", '/a/.'] as $folder) {
			try {
				$this->world->get(TransferSettings::class)->change(true, null, true, $folder);
				self::fail($folder);
			} catch (Invalid $e) {
				self::assertSame('staging', $e->field);
			}
		}
		$this->expectException(NotFound::class);
		$this->world->get(SetClient::class)->set('nowhere', 'id', 'secret');
	}

	/** @return list<?int> */
	private function pace(string $run): array {
		$shown = $this->show($run);
		return [$shown['speed'], $shown['secondsLeft'], $shown['estimate']];
	}

	/** @return array<string, mixed> */
	private function show(string $run): array {
		return $this->world->get(ShowRun::class)->show('nadia', $run);
	}
}
