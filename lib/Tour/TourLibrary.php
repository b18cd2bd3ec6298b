<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tour;

use OCA\Compagnon\Content\ContentFault;
use OCA\Compagnon\Content\ContentFolder;
use OCA\Compagnon\Content\ContentReader;
use OCA\Compagnon\Content\FaultLog;

/**
 * The tours: those that are shipped, one file each in resources/tours, and those of the folders that the host or another
 * app names. A broken file is reported, the others work on.
 */
final readonly class TourLibrary {
	public function __construct(
		private TourSources $sources,
		private ContentReader $content,
		private TourReader $reader,
		private TourRules $rules,
		private AnchorMap $anchors,
		private ContentFolder $folder,
		private FaultLog $faults,
	) {
	}

	/** @return list<Tour> by where they are from and by id */
	public function all(): array {
		return $this->readTours()['tours'];
	}

	/** @return array{tours: list<Tour>, faults: list<ContentFault>} faults of everything that tours are made of */
	public function readAll(): array {
		['tours' => $tours, 'faults' => $faults] = $this->readTours();
		return ['tours' => $tours, 'faults' => [...$faults, ...$this->noted([...$this->anchors->faults(), ...$this->folder->faults()])]];
	}

	public function find(string $id): ?Tour {
		$file = $this->sources->find($id);
		try {
			return $file === null ? null : $this->read($file);
		} catch (ContentFault $fault) {
			$this->faults->note($fault);
			return null;
		} finally {
			$this->content->keepVerdicts();
		}
	}

	/**
	 * Which app a tour explains, for pages that only want to know whether it belongs to them: reads that one file and
	 * trusts it, for whoever plays the tour gets it checked.
	 */
	public function app(string $id): ?string {
		$file = $this->sources->find($id);
		try {
			$app = $file === null ? null : $this->content->read($file->path, $file->name, null)->app ?? null;
			return is_string($app) ? $app : null;
		} catch (ContentFault $fault) {
			$this->faults->note($fault);
			return null;
		}
	}

	/** @return array{tours: list<Tour>, faults: list<ContentFault>} */
	private function readTours(): array {
		['files' => $files, 'faults' => $faults] = $this->sources->all();
		$tours = [];
		foreach ($files as $file) {
			try {
				$tours[] = $this->read($file);
			} catch (ContentFault $fault) {
				$faults[] = $fault;
			}
		}
		$this->content->keepVerdicts();
		return ['tours' => $tours, 'faults' => $this->noted($faults)];
	}

	/** @throws ContentFault */
	private function read(TourFile $file): Tour {
		$data = $this->content->read($file->path, $file->name, 'tour', function (\stdClass $data) use ($file): void {
			$this->rules->check($file, $this->reader->read($data));
		});
		return $this->reader->read($data);
	}

	/**
	 * @param list<ContentFault> $faults
	 * @return list<ContentFault>
	 */
	private function noted(array $faults): array {
		array_map($this->faults->note(...), $faults);
		return $faults;
	}
}
