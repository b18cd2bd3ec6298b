<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Transfer;

use OCA\Compagnon\Error\Invalid;
use OCA\Compagnon\Error\NotFound;
use OCA\Compagnon\Error\Refusal;
use OCA\Compagnon\Error\Refused;
use OCA\Compagnon\Transfer\AcceptRun;
use OCA\Compagnon\Transfer\AgainRun;
use OCA\Compagnon\Transfer\BuildReport;
use OCA\Compagnon\Transfer\CancelRun;
use OCA\Compagnon\Transfer\ChooseRun;
use OCA\Compagnon\Transfer\Connect;
use OCA\Compagnon\Transfer\CreateRun;
use OCA\Compagnon\Transfer\DeclineRun;
use OCA\Compagnon\Transfer\FindPeople;
use OCA\Compagnon\Transfer\ForgetRun;
use OCA\Compagnon\Transfer\Item\ItemState;
use OCA\Compagnon\Transfer\Oauth\ClientStore;
use OCA\Compagnon\Transfer\PauseRun;
use OCA\Compagnon\Transfer\Report\ReportCsv;
use OCA\Compagnon\Transfer\ResumeRun;
use OCA\Compagnon\Transfer\RetryRun;
use OCA\Compagnon\Transfer\Run\ArchiveChoice;
use OCA\Compagnon\Transfer\Run\ConnectionChoice;
use OCA\Compagnon\Transfer\Run\RunInputs;
use OCA\Compagnon\Transfer\Run\RunPhase;
use OCA\Compagnon\Transfer\Run\RunState;
use OCA\Compagnon\Transfer\Run\RunView;
use OCA\Compagnon\Transfer\ScanRun;
use OCA\Compagnon\Transfer\ShowFolders;
use OCA\Compagnon\Transfer\ShowItems;
use OCA\Compagnon\Transfer\ShowOverview;
use OCA\Compagnon\Transfer\ShowRun;
use OCA\Compagnon\Transfer\Source\Choice;
use OCA\Compagnon\Transfer\StartRun;
use OCA\Compagnon\Transfer\TransferRules;
use OCA\Compagnon\Transfer\TransferSettings;
use OCA\Compagnon\Transfer\WeighFolder;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\TestCase;

/** Who may begin what for whom, and what of it they see. */
#[CoversClass(AcceptRun::class)]
#[CoversClass(ArchiveChoice::class)]
#[CoversClass(ConnectionChoice::class)]
#[CoversClass(CreateRun::class)]
#[CoversClass(DeclineRun::class)]
#[CoversClass(FindPeople::class)]
#[CoversClass(RunInputs::class)]
#[CoversClass(RunView::class)]
#[CoversClass(TransferRules::class)]
final class ForOthersTest extends TestCase {
	private CourseWorld $world;

	#[\Override]
	protected function setUp(): void {
		$this->world = new CourseWorld();
	}

	public function testMembersBringTheirThingsWhereTheSpaceAllowsThat(): void {
		$run = $this->world->draft('nadia');
		$this->world->get(TransferSettings::class)->change(false, null, true, '');

		$this->assertRefuses(Refused::class, fn () => $this->world->draft('bruno'));
		foreach ([ScanRun::class => 'scan', StartRun::class => 'start', RetryRun::class => 'retry'] as $class => $method) {
			$this->assertRefuses(Refused::class, fn () => $this->world->get($class)->$method('nadia', $run));
		}
		self::assertSame('draft', $this->world->get(ShowRun::class)->show('nadia', $run)['state']);
		self::assertSame('cancelled', $this->world->get(CancelRun::class)->cancel('nadia', $run)['state']);
		self::assertSame(RunState::Draft, $this->world->run($this->world->draft('camille'))->state);
	}

	public function testWhatWasProposedGoesOnWhereMembersMayNotBegin(): void {
		$this->world->get(TransferSettings::class)->change(false, null, true, '');
		$this->world->get(ClientStore::class)->set('google', 'id', 'secret');
		$this->assertRefuses(Refused::class, fn () => $this->world->get(Connect::class)->begin('nadia', 'google'));

		$run = $this->world->proposal('nadia');
		self::assertStringStartsWith('https://accounts.google.com/', $this->world->get(Connect::class)->begin('nadia', 'google'));
		$this->world->get(AcceptRun::class)->accept('nadia', $run, $this->world->connect('nadia'), null);
		self::assertSame('active', $this->world->get(ScanRun::class)->scan('nadia', $run)['state']);
		$this->world->put($run, RunState::Ready, RunPhase::Plan);
		self::assertSame('active', $this->world->get(StartRun::class)->start('nadia', $run)['state']);

		$this->assertRefuses(Refused::class, fn () => $this->world->draft('nadia'));
	}

	public function testOnlyWhoeverLooksAfterTheSpaceBeginsForOthers(): void {
		$this->assertRefuses(Refused::class, fn () => $this->world->get(CreateRun::class)->create('nadia', 'google', null, [], '', 'bruno'));
		$this->assertRefuses(Refused::class, fn () => $this->world->get(FindPeople::class)->find('nadia', ''));
		self::assertSame(['bruno', 'nadia'], array_column($this->world->get(FindPeople::class)->find('camille', ''), 'id'));
		$e = $this->assertRefuses(Invalid::class, fn () => $this->world->get(CreateRun::class)->create('camille', 'google', null, [], '', 'nobody'));
		self::assertSame('person', $e->field);
	}

	public function testAProposalIsToldAndDoesNothing(): void {
		$run = $this->world->proposal('nadia');

		self::assertSame(RunState::Asked, $this->world->run($run)->state);
		self::assertSame([], $this->world->jobs->scheduled);
		self::assertSame(['name' => 'Camille Roux', 'source' => 'Google Drive'], $this->world->notifier->told['nadia'][$run]['values']);
		self::assertStringEndsWith("transfer?run=$run", $this->world->notifier->told['nadia'][$run]['link']);
		self::assertSame([$run], array_column($this->world->get(ShowOverview::class)->show('nadia')['runs'], 'id'));
		self::assertSame([$run], array_column($this->world->get(ShowOverview::class)->show('camille')['runs'], 'id'));
		self::assertSame([], $this->world->get(ShowOverview::class)->show('bruno')['runs']);
	}

	public function testTheMemberSaysYesWithTheirOwnAccount(): void {
		$run = $this->world->proposal('nadia');
		$this->assertRefuses(Refused::class, fn () => $this->world->get(AcceptRun::class)->accept('camille', $run, null, null));
		$e = $this->assertRefuses(Invalid::class, fn () => $this->world->get(AcceptRun::class)->accept('nadia', $run, null, null));
		self::assertSame('connection', $e->field);
		$foreign = $this->world->connect('bruno');
		$this->assertRefuses(Invalid::class, fn () => $this->world->get(AcceptRun::class)->accept('nadia', $run, $foreign, null));

		$account = $this->world->connect('nadia');
		$accepted = $this->world->get(AcceptRun::class)->accept('nadia', $run, null, null);

		self::assertSame(['draft', $account, 'nadia@example.org'], [$accepted['state'], $accepted['connection'], $accepted['label']]);
		self::assertArrayNotHasKey($run, $this->world->notifier->told['nadia']);
		self::assertStringContainsString('accepted', $this->world->notifier->told['camille'][$run]['sentence']);
		self::assertSame('active', $this->world->get(ScanRun::class)->scan('nadia', $run)['state']);
	}

	public function testTheMemberSaysYesWithArchivesOfTheirOwn(): void {
		$run = $this->world->proposal('nadia', 'archive');
		$mine = $this->world->files->put('nadia', 'mine.zip', 'x')->id;
		$foreign = $this->world->files->put('bruno', 'other.zip', 'x')->id;
		foreach ([null, [], [$foreign], [$mine, $foreign]] as $archives) {
			$e = $this->assertRefuses(Invalid::class, fn () => $this->world->get(AcceptRun::class)->accept('nadia', $run, null, $archives));
			self::assertSame('archives', $e->field);
		}

		self::assertSame('mine.zip', $this->world->get(AcceptRun::class)->accept('nadia', $run, null, [$mine])['label']);
		self::assertSame([$mine], $this->world->run($run)->options->archives);
	}

	public function testTheMemberSaysNo(): void {
		$run = $this->world->proposal('nadia');
		$this->assertRefuses(Refused::class, fn () => $this->world->get(DeclineRun::class)->decline('camille', $run));
		$this->assertRefuses(NotFound::class, fn () => $this->world->get(DeclineRun::class)->decline('bruno', $run));

		$declined = $this->world->get(DeclineRun::class)->decline('nadia', $run);

		self::assertSame(['cancelled', 'The person did not want it.'], [$declined['state'], $declined['problem']]);
		self::assertSame([], $this->world->notifier->told['nadia']);
		self::assertStringContainsString('does not want', $this->world->notifier->told['camille'][$run]['sentence']);
	}

	public function testWhoBeganItForSomebodySeesHowManyAndWhyAndNeverWhat(): void {
		$run = $this->world->proposal('nadia');
		$this->world->connect('nadia');
		$this->world->get(AcceptRun::class)->accept('nadia', $run, null, null);
		$this->world->get(ChooseRun::class)->choose('nadia', $run, 'Secret folder', new Choice(['secret-id']), 'both', false);
		$this->world->item($run, 'secret-letter.odt', ItemState::Fetching);
		$this->world->item($run, 'secret-plan.odt', ItemState::Failed, 70, ['code' => 'locked']);
		$this->world->item($run, 'secret-form', ItemState::Unsupported, 0, ['code' => 'form']);
		$this->world->put($run, RunState::Active);

		$seen = $this->world->get(ShowRun::class)->show('camille', $run);

		self::assertStringNotContainsStringIgnoringCase('secret', json_encode($seen, JSON_THROW_ON_ERROR));
		self::assertStringNotContainsString('nadia@example.org', json_encode($this->world->get(ShowOverview::class)->show('camille'), JSON_THROW_ON_ERROR));
		self::assertSame([false, false, null, []], [$seen['mine'], $seen['mayDrive'], $seen['connection'], $seen['current']]);
		self::assertSame([3, 1, 70, 1], [$seen['found']['items'], $seen['failed'][0]['items'], $seen['failed'][0]['bytes'], $seen['unsupported'][0]['items']]);
		self::assertStringStartsWith('Somebody used the file', $seen['failed'][0]['sentence']);
		self::assertSame(['secret-letter.odt'], $this->world->get(ShowRun::class)->show('nadia', $run)['current']);
	}

	public function testWhatNamesThingsIsForTheirOwnerAlone(): void {
		$run = $this->world->proposal('nadia');
		$this->world->put($run, RunState::Partial);
		$this->world->item($run, 'secret', ItemState::Failed);
		foreach ([
			fn () => $this->world->get(ShowItems::class)->show('camille', $run, 'all', 1),
			fn () => $this->world->get(BuildReport::class)->build('camille', $run),
			fn () => $this->world->get(ReportCsv::class)->build('camille', $run),
			fn () => $this->world->get(ShowFolders::class)->show('camille', $run, null),
			fn () => $this->world->get(WeighFolder::class)->weigh('camille', $run, 'f1'),
			fn () => $this->world->get(ChooseRun::class)->choose('camille', $run, '', new Choice(), 'both', false),
			fn () => $this->world->get(ScanRun::class)->scan('camille', $run),
			fn () => $this->world->get(StartRun::class)->start('camille', $run),
			fn () => $this->world->get(RetryRun::class)->retry('camille', $run),
			fn () => $this->world->get(AgainRun::class)->again('camille', $run),
		] as $act) {
			$this->assertRefuses(Refused::class, $act);
		}
		$this->assertRefuses(NotFound::class, fn () => $this->world->get(ForgetRun::class)->forget('camille', $run));
	}

	public function testWhoBeganItMayStopIt(): void {
		$run = $this->world->proposal('nadia');
		$this->world->put($run, RunState::Active);
		self::assertSame('paused', $this->world->get(PauseRun::class)->pause('camille', $run)['state']);
		self::assertSame('active', $this->world->get(ResumeRun::class)->resume('camille', $run)['state']);
		$this->world->put($run, RunState::Asked);
		self::assertSame('cancelled', $this->world->get(CancelRun::class)->cancel('camille', $run)['state']);
		self::assertSame([], $this->world->notifier->told['nadia']);
	}

	public function testOldDraftsFallAwayAndNothingElseDoes(): void {
		$proposal = $this->world->proposal('nadia');
		$running = $this->world->draft('nadia');
		$this->world->put($running, RunState::Paused);
		$drafts = [];
		for ($i = 0; $i < 5; $i++) {
			$drafts[] = $this->world->draft('nadia');
			$this->world->item($drafts[$i], 'a', ItemState::Found);
		}

		$left = array_column($this->world->get(ShowOverview::class)->show('nadia')['runs'], 'id');

		self::assertEqualsCanonicalizing([$proposal, $running, ...array_slice($drafts, 2)], $left);
		self::assertSame(3, (int)$this->world->database->query('SELECT COUNT(*) AS n FROM *PREFIX*compagnon_transfer_item')[0]['n']);
	}

	public function testADraftNeedsSomethingToReadFrom(): void {
		$create = $this->world->get(CreateRun::class);
		self::assertSame('source', $this->assertRefuses(Invalid::class, fn () => $create->create('nadia', 'nowhere', null, [], '', null))->field);
		self::assertSame('connection', $this->assertRefuses(Invalid::class, fn () => $create->create('nadia', 'google', null, [], '', null))->field);
		self::assertSame('archives', $this->assertRefuses(Invalid::class, fn () => $create->create('nadia', 'archive', null, [], '', null))->field);
		$text = $this->world->files->put('nadia', 'no-archive.txt', 'x')->id;
		$folder = $this->world->files->makeFolder('nadia', 'folder.zip')->id;
		foreach ([$text, $folder, 4711] as $id) {
			self::assertSame('archives', $this->assertRefuses(Invalid::class, fn () => $create->create('nadia', 'archive', null, [$id], '', null))->field);
		}
	}

	public function testPartsOfAnExportComeInTheirOrderAndAreRememberedAsOne(): void {
		$ids = [];
		foreach (['002', '010', '001'] as $part) {
			$ids[$part] = $this->world->files->put('nadia', "takeout-20261125T101112Z-$part.zip", 'x')->id;
		}

		$one = (string)$this->world->get(CreateRun::class)->create('nadia', 'archive', null, array_values($ids), '', null)['id'];
		$two = (string)$this->world->get(CreateRun::class)->create('nadia', 'archive', null, [$ids['010'], $ids['010']], '', null)['id'];

		self::assertSame([$ids['001'], $ids['002'], $ids['010']], $this->world->run($one)->options->archives);
		self::assertSame(['archive:', 'archive:'], [$this->world->run($one)->origin(), $this->world->run($two)->origin()]);
		self::assertSame([$ids['010']], $this->world->run($two)->options->archives);
	}

	/**
	 * @template T of Refusal
	 * @param class-string<T> $kind
	 * @param \Closure(): mixed $do
	 * @return T
	 */
	private function assertRefuses(string $kind, \Closure $do): Refusal {
		try {
			$do();
		} catch (Refusal $e) {
			self::assertInstanceOf($kind, $e, $e->sentence);
			return $e;
		}
		self::fail('nothing was refused');
	}
}
