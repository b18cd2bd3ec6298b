<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Transfer\Engine;

use OCA\Compagnon\Port\Database;
use OCA\Compagnon\Tests\Fake\FakeSource;
use OCA\Compagnon\Tests\Fake\PowerCut;
use OCA\Compagnon\Tests\Fake\RealSpace;
use OCA\Compagnon\Tests\Fake\TransferWorld;
use OCA\Compagnon\Transfer\Engine\Paths;
use OCA\Compagnon\Transfer\Hash\HashAlgorithm;
use OCA\Compagnon\Transfer\Item\ItemKind;
use OCA\Compagnon\Transfer\Run\Run;
use OCA\Compagnon\Transfer\Run\RunOptions;
use OCA\Compagnon\Transfer\Run\RunState;
use OCA\Compagnon\Transfer\Target\Content;
use OCA\Compagnon\Transfer\Target\FilesFault;
use OCA\Compagnon\Transfer\Target\PlainNames;
use OCA\Compagnon\Transfer\TransferSettings;

/** Some tree, some files of the person's own, some trouble and some kills: all that one number decides. */
final class RandomMove {
	private const NAMES = ['a', 'A', 'été', "e\u{301}te\u{301}", 'plan.txt', 'plan (2).txt', 'a/b', "new\nline", 'con', ' x. ', 'x.part', '', '..', "bad\xFFbytes", 'same', 'same'];
	public const MOMENTS = ['leased', 'listed', 'page noted', 'page kept', 'planned', 'next phase', 'folder made', 'arrived', 'writing', 'written', 'written many', 'written elsewhere', 'replaced', 'noting', 'recovered', 'looked', 'reported', 'told', 'ended'];
	/** After how many arrivals at most there is no room for a while. */
	private const FULL_AFTER = 12;

	public readonly TransferWorld $world;
	public readonly RunOptions $options;
	/** @var array<int, array{path: string, bytes: string}> the person's own files by id */
	public array $own = [];
	/** @var array<string, string> what each file holds, by id */
	private array $bodies = [];
	/** @var array<string, string> what somebody makes of a file when it is asked for, by id */
	private array $changed = [];
	private readonly bool $hasLarge;
	private ?int $fullAfter = null;
	private bool $mayCut = false;
	private readonly \Random\Randomizer $random;

	/** @param bool $begins whether the person's own files have to be put there yet */
	public function __construct(int $seed, ?Database $database = null, ?RealSpace $space = null, bool $begins = true) {
		$this->random = new \Random\Randomizer(new \Random\Engine\Mt19937($seed));
		$this->world = new TransferWorld(new FakeSource($this->one(['google', 'dropbox', 'archive'])), $database, $space);
		$this->options = new RunOptions($this->one(['Drive', 'Drive', '']), conflicts: $this->one(['both', 'both', 'version']), safeNames: $this->chance(30), startAfterScan: true);
		$this->world->files->fast = $this->chance(50);
		$this->world->http->atOnce = $this->one([1, 2, 3, PHP_INT_MAX]);
		$this->hasLarge = $this->chance(6);
		if ($this->chance(40)) {
			[$this->world->sizes->from, $this->world->sizes->segment] = $this->hasLarge ? [4_194_304, 1_500_000] : [$this->random->getInt(10, 90), $this->random->getInt(7, 40)];
		}
		$this->tree();
		$this->ownFiles();
		$this->trouble();
		$this->kills();
		$this->lies();
		$this->leftovers($space === null);
		// Another process would not know what was changed.
		$space === null ? $this->changes() : $this->shake($space, $begins);
	}

	/** @return string what the file has to hold */
	public function body(string $id): string {
		return isset($this->changed[$id]) && !isset($this->world->source->changes[$id]) ? $this->changed[$id] : $this->bodies[$id];
	}

	/** Until nothing goes on by itself; where it waits for room, somebody makes some. */
	public function finish(string $id = 'run1'): Run {
		$this->world->cuts->watch = $this->fill(...);
		$run = $this->world->finish($id);
		while ($run->state === RunState::WaitingRoom) {
			$this->world->cuts->meet('no room');
			$this->makeRoom();
			$this->world->clock->advance(601);
			$this->world->revive();
			$run = $this->world->finish($id);
		}
		return $run;
	}

	/** Whether the power went in the middle of a file. */
	public function wasCut(): bool {
		return $this->mayCut && $this->world->http->cutAfter === null;
	}

	/** What follows goes well. */
	public function calm(): void {
		$this->fullAfter = null;
		$this->world->http->cutAfter = null;
		$this->makeRoom();
		if ($this->world->shaky !== null) {
			[$this->world->shaky->locked, $this->world->shaky->watch, $this->world->shaky->cutAfter] = [[], null, null];
		}
		$this->world->cuts->outages = [];
		$this->changed = array_diff_key($this->changed, $this->world->source->changes);
		$this->world->source->changes = [];
		$this->world->source->faults = [];
		$this->world->files->locked = [];
		$this->world->files->watch = null;
		$this->world->files->cutAfter = null;
		$this->world->cuts->at = [];
	}

	private function tree(): void {
		$source = $this->world->source;
		$folders = [];
		for ($i = $this->random->getInt(0, 6); $i > 0; $i--) {
			$folders[] = "d$i";
			$parent = $this->one([null, null, ...$folders, 'unknown', "d$i", 'd6']);
			$source->folder("d$i", $parent, $this->one(self::NAMES));
		}
		for ($i = $this->random->getInt(0, 20); $i > 0; $i--) {
			$algorithm = $this->one([null, ...HashAlgorithm::cases()]);
			$knowsSize = $algorithm !== null || $this->chance(50);
			$source->file("f$i", $this->bytes(), $this->one([null, ...$folders, 'unknown']), $this->one(self::NAMES), $algorithm, $knowsSize, $this->chance(8) ? 'form' : null);
			if ($knowsSize && $this->chance(15)) {
				$source->streams[] = "f$i";
			}
		}
		$ids = $this->random->shuffleArray(array_keys($source->items));
		$source->items = array_replace(array_flip($ids), $source->items);
		$source->pageSize = $this->random->getInt(1, 9);
		$source->canResume = $this->chance(70);
		$source->twice = array_values(array_filter($ids, fn (): bool => $this->chance(10)));
	}

	private function ownFiles(): void {
		foreach ($this->world->source->items as $item) {
			$name = $item->name;
			if (!$this->chance(20) || !PlainNames::allows($name)) {
				continue;
			}
			$path = ltrim($this->options->target . "/$name", '/');
			$body = $this->world->source->bodies[$item->id] ?? 'a file where a folder is to be';
			$bytes = $this->one([$body, substr($body, 0, intdiv(strlen($body), 2)), '', 'something else']);
			if ($this->world->files->find('nadia', $path) === null) {
				$item->kind === ItemKind::Folder && $this->chance(70)
					? $this->world->files->makeFolder('nadia', $path)
					: $this->world->files->put('nadia', $path, $bytes);
			}
		}
		foreach ($this->world->files->nodes as $id => $node) {
			if (!$node->isFolder) {
				$this->own[$id] = ['path' => $node->path, 'bytes' => $node->bytes];
			}
		}
	}

	private function trouble(): void {
		$source = $this->world->source;
		$this->bodies = $source->bodies;
		foreach ($source->bodies as $id => $body) {
			if ($this->chance(5)) {
				unset($source->bodies[$id]);
			}
			$kinds = ['cut', 'stall', 500, 429, 'whole', null];
			// Without size and checksum nobody could tell.
			if ($source->items[$id]->size !== null) {
				$kinds[] = 'corrupt';
			}
			for ($i = $this->random->getInt(-4, 3); $i > 0; $i--) {
				$source->faults[$id][] = $this->one(in_array($id, $source->streams, true) ? [500, 'corrupt', null] : $kinds);
			}
		}
		if ($this->chance(20)) {
			$this->world->files->locked = [ltrim($this->options->target . '/plan.txt', '/')];
		}
	}

	private function kills(): void {
		for ($i = $this->random->getInt(0, 4); $i > 0; $i--) {
			$this->world->cuts->at[$this->one(self::MOMENTS)] = $this->random->getInt(0, 6);
		}
		if ($this->chance(20)) {
			$this->world->files->cutAfter = $this->random->getInt(0, 30);
		}
		if ($this->chance(30)) {
			$left = $this->random->getInt(0, 12);
			$this->world->files->watch = static function () use (&$left): void {
				if ($left-- === 0) {
					throw new PowerCut();
				}
			};
		}
	}

	/** The database does not answer for a minute; there is no room; and the provider says what is not so, to the end. */
	private function lies(): void {
		for ($i = $this->random->getInt(-2, 2); $i > 0; $i--) {
			$this->world->cuts->outages[$this->one(self::MOMENTS)] = $this->random->getInt(0, 6);
		}
		$this->fullAfter = $this->chance(20) ? $this->random->getInt(0, self::FULL_AFTER) : null;
		foreach ($this->world->source->bodies as $id => $body) {
			$item = $this->world->source->items[$id];
			if ($item->size !== null && $this->chance(3)) {
				$this->world->source->bodies[$id] = $this->one([substr($body, 1), $body . 'what nobody had spoken of']);
				// Spoilt as well, it could by chance have the size it should have.
				unset($this->world->source->faults[$id]);
			} elseif ($item->hash !== null && $this->chance(3)) {
				$this->world->source->bodies[$id] = strrev(substr("x$body", 0, strlen($body)));
			}
		}
	}

	/**
	 * Nearly everything goes to staging, and the power goes while it comes.
	 *
	 * @param bool $mayCut whether the next process knows that it did
	 */
	private function leftovers(bool $mayCut): void {
		if ($this->chance(60)) {
			[$this->world->sizes->memory, $this->world->sizes->near] = [$this->random->getInt(0, 50), $this->random->getInt(0, 300)];
		}
		$this->world->http->cutAfter = $mayCut && $this->chance(50) ? $this->random->getInt(1, $this->hasLarge ? 9_000_000 : 900) : null;
		$this->mayCut = $this->world->http->cutAfter !== null;
	}

	/** People go on working where it comes from. Without a checksum that is seen by the second run only. */
	private function changes(): void {
		$source = $this->world->source;
		foreach ($this->bodies as $id => $body) {
			if ($source->items[$id]->hash !== null && ($source->bodies[$id] ?? null) === $body && !in_array($id, $source->streams, true) && $this->chance(5)) {
				$new = $this->bytes();
				// Ranges of what was only continued are what was listed.
				if (!str_starts_with($new, $body)) {
					$this->changed[$id] = $source->changes[$id] = $new;
				}
			}
		}
	}

	/** Somebody uses up the room in the middle. */
	private function fill(string $moment): void {
		if ($moment === 'arrived' && $this->fullAfter !== null && $this->fullAfter-- <= 0) {
			$this->fullAfter = null;
			$this->world->files->quota = ['nadia' => 0];
			if ($this->world->shaky !== null) {
				$this->world->shaky->isFull = true;
			}
		}
	}

	private function makeRoom(): void {
		$this->world->files->quota = [];
		if ($this->world->shaky !== null) {
			$this->world->shaky->isFull = false;
		}
	}

	/** The same in a real space as in the fake one. */
	private function shake(?RealSpace $space, bool $begins): void {
		$shaky = $this->world->shaky;
		if ($space === null || $shaky === null) {
			return;
		}
		[$shaky->locked, $shaky->watch, $shaky->cutAfter] = [$this->world->files->locked, $this->world->files->watch, $this->world->files->cutAfter];
		(new TransferSettings($this->world->settings))->change(true, null, $this->world->files->fast, '');
		$this->own = [];
		foreach ($begins ? $this->world->files->nodes : [] as $node) {
			if ($node->isFolder) {
				$space->files->makeFolder($space->person, $node->path);
				continue;
			}
			try {
				$id = $space->files->create($space->person, Paths::parent($node->path), basename($node->path), Content::ofBytes($node->bytes), null)->id;
				$this->own[$id] = ['path' => $space->files->byId($space->person, $id)->path ?? '', 'bytes' => $node->bytes];
			} catch (FilesFault) {
				// A real space may take two names for one.
			}
		}
	}

	private function bytes(): string {
		$length = $this->one([0, 1, $this->random->getInt(2, 300), $this->random->getInt(2, 300), $this->hasLarge && $this->chance(20) ? 4_194_304 + $this->random->getInt(0, 9) : 7]);
		return str_repeat(substr(md5((string)$this->random->getInt(0, 9)), 0, max(1, min(32, $length))), intdiv($length, 32) + 1);
	}

	private function chance(int $percent): bool {
		return $this->random->getInt(1, 100) <= $percent;
	}

	/**
	 * @template T
	 * @param non-empty-list<T> $of
	 * @return T
	 */
	private function one(array $of): mixed {
		return $of[$this->random->getInt(0, count($of) - 1)];
	}
}
