<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tour;

use OCA\Compagnon\Content\ContentFault;
use OCA\Compagnon\Content\ContentFolder;
use OCA\Compagnon\Content\ContentTexts;
use OCA\Compagnon\Content\FaultLog;
use OCA\Compagnon\Content\Text;

/**
 * Under which headings tours are shown: resources/rooms.json.
 *
 * @phpstan-type Room array{id: string, title: string, about: string}
 */
final readonly class Rooms {
	public function __construct(
		private ContentFolder $folder,
		private ContentTexts $texts,
		private FaultLog $faults,
	) {
	}

	/** @return list<Room> in order, in the person's language; none when the file cannot be used: tours do without */
	public function all(): array {
		try {
			/** @var \stdClass&object{rooms: list<object{id: string, title: string, about: string}>} $file */
			$file = $this->folder->read('rooms.json', 'rooms');
		} catch (ContentFault $fault) {
			$this->faults->note($fault);
			return [];
		}
		return array_map(fn (object $room): array => [
			'id' => $room->id,
			'title' => $this->texts->get(new Text($room->title)),
			'about' => $this->texts->get(new Text($room->about)),
		], $file->rooms);
	}
}
