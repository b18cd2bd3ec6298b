<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Support;

use OCA\Compagnon\Tests\Fake\FakeStaging;
use OCA\Compagnon\Transfer\Item\Item;
use OCA\Compagnon\Transfer\Item\ItemKind;
use OCA\Compagnon\Transfer\Item\ItemState;
use OCA\Compagnon\Transfer\Source\Access;
use OCA\Compagnon\Transfer\Source\Archive\ArchiveSource;
use OCA\Compagnon\Transfer\Source\Choice;
use OCA\Compagnon\Transfer\Source\FoundItem;

/** A person's archives, and the source that reads them. */
final class ArchiveWorld {
	public readonly FakeStaging $staging;
	public readonly ArchiveFiles $files;
	public readonly ArchiveSource $source;

	/** @param array<string, string> $archives bytes by name */
	public function __construct(array $archives = []) {
		$this->staging = new FakeStaging();
		$this->files = new ArchiveFiles($this->staging->folder());
		$this->source = new ArchiveSource($this->files, $this->staging);
		foreach ($archives as $name => $bytes) {
			$this->files->put($name, $bytes);
		}
	}

	public function access(): Access {
		return new Access('nadia', archives: array_map(static fn ($file): int => $file->id, $this->files->all()));
	}

	/** @return array<string, FoundItem> by id, that of a folder with a slash, in the order of the listing */
	public function items(Choice $choice = new Choice()): array {
		$items = [];
		for ($cursor = null, $page = null; $page === null || $cursor !== null; $cursor = $page->next) {
			$page = $this->source->list($this->access(), $choice, $cursor);
			foreach ($page->items as $item) {
				$items[$item->id . ($item->kind === ItemKind::Folder ? '/' : '')] = $item;
			}
		}
		return $items;
	}

	/** @return array<string, ?string> why an item cannot come, by its name */
	public function codes(): array {
		$codes = [];
		foreach ($this->items() as $item) {
			$codes[$item->name] = $item->unsupported;
		}
		return $codes;
	}

	/** @return resource */
	public function open(FoundItem $item, int $offset = 0): mixed {
		$row = new Item('r', Item::keyOf($item->kind, $item->id), $item->kind, $item->id, null, $item->name, $item->name, ItemState::Queued, $item->size, extra: $item->extra);
		return ($this->source->fetch($this->access(), $row, $offset)->open ?? throw new \LogicException('An archive is read as a stream.'))();
	}

	public function bytes(FoundItem $item, int $offset = 0): string {
		$stream = $this->open($item, $offset);
		for ($bytes = ''; !feof($stream);) {
			$bytes .= (string)fread($stream, 262_144);
		}
		return $bytes;
	}
}
