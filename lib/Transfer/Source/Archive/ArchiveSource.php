<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Source\Archive;

use OCA\Compagnon\Http\Answer;
use OCA\Compagnon\Port\Files;
use OCA\Compagnon\Port\Staging;
use OCA\Compagnon\Transfer\Fault\Fault;
use OCA\Compagnon\Transfer\Fault\FaultKind;
use OCA\Compagnon\Transfer\Item\Item;
use OCA\Compagnon\Transfer\Source\Access;
use OCA\Compagnon\Transfer\Source\Choice;
use OCA\Compagnon\Transfer\Source\Effort;
use OCA\Compagnon\Transfer\Source\Fetch;
use OCA\Compagnon\Transfer\Source\Page;
use OCA\Compagnon\Transfer\Source\Source;
use OCA\Compagnon\Transfer\Source\Weight;

/**
 * Archives that lie in the person's space. What stays between calls only saves work: every answer follows from what was
 * asked (docs/adr/0012-archives-as-streams.md).
 */
final class ArchiveSource implements Source {
	private readonly OpenArchives $open;
	private ?Listing $listing = null;
	private string $listed = '';

	public function __construct(Files $files, Staging $staging) {
		$this->open = new OpenArchives($files, $staging);
	}

	#[\Override]
	public function id(): string {
		return 'archive';
	}

	#[\Override]
	public function name(): string {
		return 'Archives';
	}

	#[\Override]
	public function needsConnection(): bool {
		return false;
	}

	#[\Override]
	public function folders(Access $access, ?string $folder): array {
		return (new ArchiveTree(new OpenSets($this->open, $access)))->below($folder);
	}

	#[\Override]
	public function weigh(Access $access, string $folder, Effort $effort): Weight {
		return (new ArchiveTree(new OpenSets($this->open, $access)))->weigh($folder);
	}

	#[\Override]
	public function list(Access $access, Choice $choice, ?string $cursor): Page {
		$asked = serialize([$access, $choice]);
		$listing = $asked === $this->listed && $cursor !== null ? $this->listing : null;
		$listing ??= new Listing(new OpenSets($this->open, $access), new Selection($choice));
		// Whatever ends a page early ends this way through the archives: the next page begins one of its own.
		$this->listing = null;
		$page = $listing->page($cursor);
		$this->listing = $page->next === null ? null : $listing;
		$this->listed = $asked;
		return $page;
	}

	#[\Override]
	public function fetch(Access $access, Item $item, int $offset): Fetch {
		$place = EntryPlace::of($item);
		$open = $this->open;
		return match ($place->form) {
			'zip' => $this->unzip($access, $place, $offset),
			'tar' => Fetch::byStream(static fn () => (new EntryContent($open->file($access->userId, $place->file, $place->etag)))->plain($place->at, $place->size, $offset), true),
			default => Fetch::byStream(static fn () => (new EntryContent($open->inflated($access->userId, $place->file, $place->etag)))->plain($place->at, $place->size, $offset), false),
		};
	}

	#[\Override]
	public function fault(Answer $answer, ?Item $item): Fault {
		return new Fault(FaultKind::Final, 'archive_broken');
	}

	#[\Override]
	public function idOfLink(string $link): ?string {
		return null;
	}

	private function unzip(Access $access, EntryPlace $place, int $offset): Fetch {
		$open = $this->open;
		if ($place->method === ZipFields::STORED) {
			$file = $open->file($access->userId, $place->file, $place->etag);
			return Fetch::byStream(static fn () => (new EntryContent($file))->stored($place->at, $place->size, $offset), $file->isSeekable());
		}
		return Fetch::byStream(static fn () => (new EntryContent($open->file($access->userId, $place->file, $place->etag)))->inflated($place->at, $place->packed, $place->size), false);
	}
}
