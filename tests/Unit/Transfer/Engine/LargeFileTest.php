<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Transfer\Engine;

use OCA\Compagnon\Http\Answer;
use OCA\Compagnon\Http\Request;
use OCA\Compagnon\Tests\Fake\FakeHttp;
use OCA\Compagnon\Tests\Fake\PowerCut;
use OCA\Compagnon\Tests\Fake\TransferWorld;
use OCA\Compagnon\Transfer\Engine\Body;
use OCA\Compagnon\Transfer\Engine\Ranges;
use OCA\Compagnon\Transfer\Engine\StagingFiles;
use OCA\Compagnon\Transfer\Hash\HashAlgorithm;
use OCA\Compagnon\Transfer\Hash\Hashers;
use OCA\Compagnon\Transfer\Item\ItemKind;
use OCA\Compagnon\Transfer\Item\ItemState;
use OCA\Compagnon\Transfer\Run\RunOptions;
use OCA\Compagnon\Transfer\Run\RunPhase;
use OCA\Compagnon\Transfer\Run\RunState;
use OCA\Compagnon\Transfer\Source\FoundItem;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\TestCase;

/** More than 4 GiB, of which nearly all came to another process before. The file in staging has a hole in place of that. */
#[CoversClass(Body::class)]
#[CoversClass(Ranges::class)]
#[CoversClass(StagingFiles::class)]
final class LargeFileTest extends TestCase {
	private const HERE = 5_368_709_120;
	private const REST = 'the last bytes';

	private TransferWorld $world;
	/** @var list<string> */
	private array $asked = [];

	#[\Override]
	protected function setUp(): void {
		$this->world = new TransferWorld();
		$hasher = Hashers::start(HashAlgorithm::Md5);
		$hasher->add('what came before');
		$frozen = $hasher->freeze();
		$hasher->add(self::REST);
		$this->world->source->items['a'] = new FoundItem('a', ItemKind::File, null, 'a.iso', self::HERE + strlen(self::REST), 1_600_000_000, 'r1', HashAlgorithm::Md5, $hasher->digest());
		$this->world->wire = new FakeHttp(function (Request $request): Answer {
			$this->asked[] = $range = $request->headers['range'] ?? '';
			return new Answer(206, ['content-range' => strtr($range, ['bytes=' => 'bytes ']) . '/*'], self::REST);
		});
		$this->world->run(new RunOptions('Drive'));
		self::assertSame(RunState::Ready, $this->world->finish()->state);
		$staging = new StagingFiles($this->world->staging);
		$file = $staging->create($this->world->item('a'));
		ftruncate($file, self::HERE);
		fclose($file);
		$this->world->items->change('run1', $this->world->item('a')->key, ItemState::Queued, ItemState::Queued, ['staged_bytes' => self::HERE, 'hash_state' => $frozen]);
	}

	public function testTheRestComesInOnePiece(): void {
		$this->world->sizes->from = PHP_INT_MAX;
		$this->comes('bytes=5368709120-');
	}

	public function testTheRestComesAsTheLastOfManyRanges(): void {
		$item = $this->world->item('a');
		$segments = intdiv(self::HERE, $this->world->sizes->segment);
		$here = array_map(fn (int $segment): string => "$segment:{$this->world->sizes->segment}", range(0, $segments - 1));
		$this->world->items->change('run1', $item->key, ItemState::Queued, ItemState::Queued, ['hash_state' => "$item->hashState|" . implode(',', $here)]);
		$this->comes('bytes=5368709120-5368709133');
	}

	private function comes(string $range): void {
		$this->world->runs->transition('run1', [RunState::Ready], RunState::Active, $this->world->clock->now());
		$this->world->runs->advance('run1', $this->world->runs->find('run1')->phase ?? self::fail('no run'), RunPhase::Move, $this->world->clock->now());
		$this->world->cuts->at = ['writing' => 0];
		$before = memory_get_usage();
		try {
			$this->world->slice()->work('run1', 'first', 600);
			self::fail('It was written.');
		} catch (PowerCut) {
			self::assertSame([$range], $this->asked);
		}
		$item = $this->world->item('a');
		self::assertSame([ItemState::Writing, self::HERE + strlen(self::REST)], [$item->state, $item->stagedBytes]);
		$staged = (new StagingFiles($this->world->staging))->path($item);
		self::assertSame([self::HERE + strlen(self::REST), self::REST], [filesize($staged), file_get_contents($staged, offset: self::HERE)]);
		self::assertLessThan(4_000_000, memory_get_usage() - $before);
	}
}
