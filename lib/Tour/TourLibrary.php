<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tour;

use OCA\Compagnon\Content\ContentFault;
use OCA\Compagnon\Content\ContentFolder;
use OCA\Compagnon\Content\FaultLog;

/** The tours that are shipped, one file each in resources/tours. A broken file is reported, the others work on. */
final readonly class TourLibrary {
	private const FOLDER = 'tours';

	public function __construct(
		private ContentFolder $folder,
		private TourReader $reader,
		private FaultLog $faults,
	) {
	}

	/** @return list<Tour> in the order in which they are best taken */
	public function all(): array {
		return $this->readAll()['tours'];
	}

	/** @return array{tours: list<Tour>, faults: list<ContentFault>} */
	public function readAll(): array {
		$tours = $faults = [];
		foreach ($this->folder->names(self::FOLDER) as $name) {
			try {
				$tours[] = $this->read($name);
			} catch (ContentFault $fault) {
				$this->faults->note($fault);
				$faults[] = $fault;
			}
		}
		return ['tours' => $tours, 'faults' => $faults];
	}

	public function find(string $id): ?Tour {
		if (!in_array($id, $this->folder->names(self::FOLDER), true)) {
			return null;
		}
		try {
			return $this->read($id);
		} catch (ContentFault $fault) {
			$this->faults->note($fault);
			return null;
		}
	}

	/** @throws ContentFault */
	private function read(string $name): Tour {
		$file = self::FOLDER . '/' . $name . '.json';
		$tour = $this->reader->read($this->folder->read($file, 'tour'));
		if ($tour->id !== $name) {
			throw new ContentFault($file, 'has the id "' . $tour->id . '", which is not its file name');
		}
		if (count(array_unique($tour->stepIds())) !== count($tour->steps)) {
			throw new ContentFault($file, 'has two steps with the same id');
		}
		return $tour;
	}
}
