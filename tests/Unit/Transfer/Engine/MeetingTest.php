<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Transfer\Engine;

use OCA\Compagnon\Tests\Fake\TransferWorld;
use OCA\Compagnon\Transfer\Engine\Clash;
use OCA\Compagnon\Transfer\Engine\FolderPlan;
use OCA\Compagnon\Transfer\Engine\PlanFiles;
use OCA\Compagnon\Transfer\Engine\PlanFolders;
use OCA\Compagnon\Transfer\Engine\PlanPhase;
use OCA\Compagnon\Transfer\Item\ItemKind;
use OCA\Compagnon\Transfer\Item\ItemState;
use OCA\Compagnon\Transfer\Item\Refusals;
use OCA\Compagnon\Transfer\Run\RunCursor;
use OCA\Compagnon\Transfer\Run\RunOptions;
use OCA\Compagnon\Transfer\Run\RunState;
use OCA\Compagnon\Transfer\Source\FoundItem;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\TestCase;

/** What is in the space already, before, meanwhile and after. */
#[CoversClass(Clash::class)]
#[CoversClass(FolderPlan::class)]
#[CoversClass(PlanFiles::class)]
#[CoversClass(PlanFolders::class)]
#[CoversClass(PlanPhase::class)]
#[CoversClass(Refusals::class)]
final class MeetingTest extends TestCase {
	private TransferWorld $world;

	#[\Override]
	protected function setUp(): void {
		$this->world = new TransferWorld();
	}

	public function testFoldersAreFilledFurtherAndNeverRenamed(): void {
		$this->world->files->put('nadia', 'Drive/Docs/own.txt', 'own');
		$this->world->source->folder('d', null, 'Docs')->folder('e', null, 'Docs')->file('a', 'x', 'd')->file('b', 'y', 'e');
		$this->world->run();
		$this->world->finish();

		$paths = $this->world->files->paths('nadia');
		self::assertContains('Drive/Docs/own.txt', $paths);
		self::assertCount(3, $paths);
		self::assertSame(1, $this->world->items->counts('run1')->items(ItemState::Identical));
		self::assertSame(1, $this->world->report->count('run1', 'renamed'));
	}

	public function testTheVerySameIsNotBroughtAgain(): void {
		$this->world->files->put('nadia', 'Drive/a.txt', 'the same');
		$this->world->files->put('nadia', 'Drive/b.txt', 'the same');
		$this->world->source->file('a', 'the same')->file('b', 'the same', algorithm: null);
		$this->world->run();

		self::assertSame(RunState::Done, $this->world->finish()->state);
		self::assertSame(2, $this->world->items->counts('run1')->items(ItemState::Identical));
		self::assertSame(['b@0'], $this->world->source->asked);
		self::assertSame(['Drive/a.txt', 'Drive/b.txt'], $this->world->files->paths('nadia'));
	}

	public function testSomethingElseOfThatNameStaysBesideIt(): void {
		foreach (['a' => 'own words', 'b' => 'own words', 'c' => 'own, longer'] as $name => $bytes) {
			$this->world->files->put('nadia', "Drive/$name.txt", $bytes);
		}
		$this->world->source->file('a', 'not same.')->file('b', 'not same.', algorithm: null)->file('c', 'short');
		$this->world->run();
		$this->world->finish();

		self::assertSame('own words', $this->world->files->bytes('nadia', 'Drive/a.txt'));
		foreach (['a' => 'not same.', 'b' => 'not same.', 'c' => 'short'] as $name => $bytes) {
			self::assertSame($bytes, $this->world->files->bytes('nadia', "Drive/$name (2).txt"));
		}
		self::assertSame(3, $this->world->report->count('run1', 'renamed'));
	}

	public function testWhoeverChoseVersionsGetsVersions(): void {
		$own = $this->world->files->put('nadia', 'Drive/a.txt', 'own');
		$late = $this->world->files->put('nadia', 'Drive/b.txt', 'own');
		$this->world->source->file('a', 'theirs')->file('b', 'theirs', algorithm: null, knowsSize: false);
		$this->world->run(new RunOptions('Drive', conflicts: 'version', startAfterScan: true));
		$this->world->finish();

		self::assertSame(['theirs', ['own']], [$this->world->files->nodes[$own->id]->bytes, $this->world->files->nodes[$own->id]->versions]);
		self::assertSame(['theirs', ['own']], [$this->world->files->nodes[$late->id]->bytes, $this->world->files->nodes[$late->id]->versions]);
		self::assertSame(2, $this->world->items->counts('run1')->items(ItemState::Verified));
	}

	public function testALaterRunBringsWhatIsNewOrChanged(): void {
		$this->world->source->file('same', 'x')->file('changed', 'old')->file('both', 'old')->file('here', 'old')->file('moved', 'old')->file('deleted', 'old');
		$this->world->run();
		$this->world->finish();
		$this->world->source->file('changed', 'new')->file('both', 'new')->file('moved', 'new')->file('added', 'new');
		$this->world->files->put('nadia', 'Drive/both.txt', 'own work');
		$this->world->files->put('nadia', 'Drive/here.txt', 'own work');
		$this->world->files->move((int)$this->world->item('moved')->fileId, 'Elsewhere.txt');
		$this->world->files->delete('nadia', 'Drive/deleted.txt');
		$this->world->source->asked = [];
		$this->world->run(id: 'run2');
		$this->world->finish('run2');

		self::assertEqualsCanonicalizing(['changed@0', 'both@0', 'moved@0', 'added@0', 'deleted@0'], $this->world->source->asked);
		self::assertSame(
			['Drive/added.txt', 'Drive/both (2).txt', 'Drive/both.txt', 'Drive/changed.txt', 'Drive/deleted.txt', 'Drive/here.txt', 'Drive/same.txt', 'Elsewhere.txt'],
			$this->world->files->paths('nadia'),
		);
		self::assertSame('own work', $this->world->files->bytes('nadia', 'Drive/both.txt'));
		self::assertSame('own work', $this->world->files->bytes('nadia', 'Drive/here.txt'));
		self::assertSame('new', $this->world->files->bytes('nadia', 'Elsewhere.txt'));
		self::assertSame(['old'], $this->world->files->nodes[$this->world->item('changed')->fileId ?? 0]->versions);
	}

	public function testWhatWasRefusedIsNotPromisedAgainUntilItChanges(): void {
		$this->world->source->file('kept', 'x')->file('refused', 'old')->file('form', 'x', unsupported: 'form');
		$this->world->source->faults['refused'] = [403];
		$this->world->run();
		$this->world->finish();
		self::assertSame('not_downloadable', $this->world->item('refused')->code);

		foreach (['run2', 'run3'] as $again) {
			$this->world->run(id: $again);
			self::assertSame(RunState::Done, $this->world->finish($again)->state);
			self::assertSame([ItemState::Unsupported, 'not_downloadable'], [$this->world->item('refused', $again)->state, $this->world->item('refused', $again)->code]);
		}
		self::assertSame(['kept@0', 'refused@0'], $this->world->source->asked);

		$this->world->source->file('refused', 'new')->file('form', 'x');
		$this->world->run(id: 'run4');
		$this->world->finish('run4');
		self::assertSame([ItemState::Verified, ItemState::Verified], [$this->world->item('refused', 'run4')->state, $this->world->item('form', 'run4')->state]);
	}

	public function testAFolderThatCannotComeSaysWhy(): void {
		$this->world->source->file('a', 'x')->items['d'] = new FoundItem('d', ItemKind::Folder, null, 'd', null, unsupported: 'access_denied');
		$this->world->run();
		$this->world->finish();

		$folder = $this->world->item('d', kind: ItemKind::Folder);
		self::assertSame([ItemState::Unsupported, 'access_denied'], [$folder->state, $folder->code]);
	}

	public function testARefusalIsForgottenWithItsMoveAndKnownOfThisAccountOnly(): void {
		$this->world->source->file('refused', 'x');
		$this->world->source->faults['refused'] = [403, 403];
		$this->world->run();
		$this->world->finish();
		$this->world->run(new RunOptions('Drive', startAfterScan: true, origin: 'google:another'), 'run2');
		$this->world->finish('run2');
		self::assertSame(['refused@0', 'refused@0'], $this->world->source->asked);

		$this->world->items->clear('run1');
		$this->world->run(id: 'run3');
		$this->world->finish('run3');
		self::assertSame(ItemState::Verified, $this->world->item('refused', 'run3')->state);
	}

	public function testWhatAppearsMeanwhileIsNotTouched(): void {
		$this->world->source->folder('d')->file('a', 'theirs', 'd')->file('same', 'same', 'd');
		$this->world->run();
		$this->world->cuts->watch = function (string $moment): void {
			if ($moment === 'writing' && $this->world->files->find('nadia', 'Drive/d/a.txt') === null) {
				$this->world->files->put('nadia', 'Drive/d/a.txt', 'own');
				$this->world->files->put('nadia', 'Drive/d/same.txt', 'same');
			}
		};

		self::assertSame(RunState::Done, $this->world->finish()->state);
		self::assertSame(['own', 'theirs'], [$this->world->files->bytes('nadia', 'Drive/d/a.txt'), $this->world->files->bytes('nadia', 'Drive/d/a (2).txt')]);
		self::assertSame(ItemState::Identical, $this->world->item('same')->state);
	}

	public function testAFolderThatIsRenamedMeanwhileIsStillTheFolder(): void {
		$this->world->source->folder('d')->file('a', 'first', 'd')->file('b', 'second', 'd');
		$this->world->run();
		$isRenamed = false;
		$this->world->cuts->watch = function (string $moment) use (&$isRenamed): void {
			if ($moment === 'writing' && !$isRenamed) {
				$isRenamed = true;
				foreach ($this->world->files->nodes as $node) {
					$this->world->files->move($node->id, str_replace('Drive', 'Renamed', $node->path));
				}
			}
		};

		self::assertSame(RunState::Done, $this->world->finish()->state);
		self::assertSame(['Renamed/d/a.txt', 'Renamed/d/b.txt'], $this->world->files->paths('nadia'));
	}

	public function testAFileWhereAFolderIsToBe(): void {
		$this->world->source->folder('d')->file('a', 'x', 'd');
		$this->world->run();
		$this->world->cuts->watch = function (string $moment): void {
			if ($moment === 'next phase' && $this->world->files->find('nadia', 'Drive/d') === null) {
				$this->world->files->put('nadia', 'Drive/d', 'a file of that name');
			}
		};

		self::assertSame(RunState::Done, $this->world->finish()->state);
		self::assertSame(['Drive/d', 'Drive/d (2)/a.txt'], $this->world->files->paths('nadia'));
		self::assertSame('d (2)', $this->world->item('d', kind: ItemKind::Folder)->targetName);
	}

	public function testTheVerdictOnRoomIsThatOfTheScan(): void {
		$this->world->files->quota['nadia'] = 100;
		$this->world->source->file('a', str_repeat('x', 96));
		$this->world->run();
		$run = $this->world->finish();

		self::assertSame(RunState::Ready, $run->state);
		self::assertSame([96, 100], [RunCursor::of($run->cursor)->needed, RunCursor::of($run->cursor)->free]);
		self::assertFalse(PlanPhase::hasRoom(96, 100));
		self::assertTrue(PlanPhase::hasRoom(95, 100));
		self::assertTrue(PlanPhase::hasRoom(95, null));
	}
}
