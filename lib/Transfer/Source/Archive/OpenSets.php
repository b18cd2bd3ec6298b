<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Source\Archive;

use OCA\Compagnon\Transfer\Fault\Fault;
use OCA\Compagnon\Transfer\Source\Access;
use OCA\Compagnon\Transfer\Target\StoredFile;

/** The archives of an access, put together and opened. */
final class OpenSets {
	/** @var array<int, Archive> by the id of the file */
	private array $archives = [];
	/** @var array<string, TakeoutSides> by the identity of the set */
	private array $sides = [];
	/** @var ?list<OpenSet> */
	private ?array $sets = null;

	public function __construct(
		private readonly OpenArchives $open,
		private readonly Access $access,
	) {
	}

	/**
	 * @return list<OpenSet>
	 * @throws Fault
	 */
	public function all(): array {
		if ($this->sets === null) {
			$sets = ArchiveSets::of(array_map(fn (int $id) => $this->open->find($this->access->userId, $id), array_values(array_unique($this->access->archives))));
			$this->sets = $taken = [];
			foreach ($sets as $set) {
				$isTakeout = OpenSet::looksLikeTakeout($set, $this->archive($set->parts[0]));
				$identity = $set->identity($isTakeout);
				$taken[$identity] = ($taken[$identity] ?? 0) + 1;
				$this->sets[] = new OpenSet($set, $taken[$identity] === 1 ? $identity : "$identity~$taken[$identity]", $isTakeout, count($sets) === 1);
			}
		}
		return $this->sets;
	}

	/** @throws Fault */
	public function archive(StoredFile $part): Archive {
		return $this->archives[$part->id] ??= $this->open->archive($this->access->userId, $part);
	}

	/** @throws Fault */
	public function sides(OpenSet $set): TakeoutSides {
		return $this->sides[$set->identity] ??= new TakeoutSides($this->zips($set));
	}

	/** @return list<array{ZipArchive, FileBytes}> */
	private function zips(OpenSet $set): array {
		$zips = [];
		foreach ($set->set->parts as $part) {
			$archive = $this->archive($part);
			if ($archive instanceof ZipArchive) {
				$zips[] = [$archive, $this->open->file($this->access->userId, $part->id, $part->etag)];
			}
		}
		return $zips;
	}
}
