<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Adventure;

use OCA\Compagnon\Content\ContentFault;
use OCA\Compagnon\Content\ContentFolder;
use OCA\Compagnon\Content\ContentReader;
use OCA\Compagnon\Content\FaultLog;

/** The stories that come with the app, a folder each below resources/stories. A broken one is reported, the others work on. */
final readonly class StoryLibrary {
	private const FOLDER = 'stories';
	private const STORY = 'story';

	public function __construct(
		private ContentFolder $folder,
		private ContentReader $content,
		private StoryReader $reader,
		private StoryRules $rules,
		private StoryTexts $texts,
		private FaultLog $faults,
	) {
	}

	/** @return list<Story> by id */
	public function all(): array {
		return array_values(array_filter(array_map($this->find(...), $this->folder->folders(self::FOLDER))));
	}

	public function find(string $id): ?Story {
		if (preg_match('/^[a-z0-9]+(-[a-z0-9]+)*$/D', $id) !== 1 || strlen($id) > 64 || !is_file($this->folder->path($this->file($id)))) {
			return null;
		}
		try {
			$story = $this->read($id);
			return $this->texts->tell($id) ? $story : null;
		} catch (ContentFault $fault) {
			$this->faults->note($fault);
			return null;
		}
	}

	/** @return list<ContentFault> of every story and its words in every language */
	public function faults(): array {
		$faults = [];
		foreach ($this->folder->folders(self::FOLDER) as $id) {
			foreach ($this->folder->names(self::FOLDER . "/$id") as $name) {
				try {
					$name === self::STORY ? $this->read($id) : $this->folder->read(self::FOLDER . "/$id/$name.json", StoryTexts::SCHEMA);
				} catch (ContentFault $fault) {
					$this->faults->note($fault);
					$faults[] = $fault;
				}
			}
		}
		return $faults;
	}

	/** @throws ContentFault */
	private function read(string $id): Story {
		$name = $this->file($id);
		try {
			return $this->reader->read($this->content->read($this->folder->path($name), $name, 'story', function (\stdClass $data) use ($id, $name): void {
				$this->rules->check($id, $name, $this->reader->read($data));
			}));
		} finally {
			$this->content->keepVerdicts();
		}
	}

	private function file(string $id): string {
		return self::FOLDER . "/$id/" . self::STORY . '.json';
	}
}
