<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Adventure;

use OCA\Compagnon\Content\ContentFault;

/** What a story file has to keep to beyond its schema for a game to be stored. Whether it can be played to an end, its linter proves. */
final class StoryRules {
	/**
	 * @param string $id name of its folder
	 * @param string $name path as a fault gives it
	 * @throws ContentFault
	 */
	public function check(string $id, string $name, Story $story): void {
		if ($story->id !== $id) {
			throw ContentFault::otherFolder($name, $story->id);
		}
		$this->checkTwice($name, $story->file);
		if (!isset($story->scenes[$story->file->start])) {
			throw ContentFault::leadsNowhere($name, 'start', (string)$story->file->start);
		}
		$endings = array_column($story->file->endings, 'id');
		foreach ($story->file->scenes as $scene) {
			$this->checkLinks($name, $scene->id, $story->scenes[$scene->id], $story->scenes);
			$this->checkLinks($name, $scene->id, array_filter([$scene->quest ?? null]), $story->quests);
			$this->checkLinks($name, $scene->id, array_filter([$scene->ending ?? null]), array_flip($endings));
		}
	}

	/** Ids are what games are made of: each means one thing. */
	private function checkTwice(string $name, \stdClass $file): void {
		$lists = [$file->roles, $file->scenes, $file->quests, $file->endings];
		foreach ($file->scenes as $scene) {
			$lists[] = $scene->choices ?? [];
		}
		foreach ($lists as $list) {
			$ids = array_column($list, 'id');
			$twice = array_diff_key($ids, array_unique($ids));
			if ($twice !== []) {
				throw ContentFault::idTwice($name, reset($twice));
			}
		}
	}

	/**
	 * @param array<array-key, string> $links
	 * @param array<string, mixed> $known
	 */
	private function checkLinks(string $name, string $scene, array $links, array $known): void {
		foreach ($links as $link) {
			if (!isset($known[$link])) {
				throw ContentFault::leadsNowhere($name, $scene, $link);
			}
		}
	}
}
