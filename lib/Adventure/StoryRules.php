<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Adventure;

use OCA\Compagnon\Content\ContentFault;

/**
 * What a story file has to keep to beyond its schema for a game to be stored. Whether it can be played to an end, its linter
 * proves.
 *
 * @phpstan-type Part object{id: string, choices?: list<object{id: string}>, quest?: string, ending?: string}
 */
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
		/** @var \stdClass&object{start: string, roles: list<Part>, scenes: list<Part>, quests: list<Part>, endings: list<Part>} $file */
		$file = $story->file;
		$this->checkTwice($name, [$file->roles, $file->scenes, $file->quests, $file->endings, ...array_map(static fn (object $scene): array => $scene->choices ?? [], $file->scenes)]);
		$this->checkLinks($name, 'start', [$file->start], $story->scenes);
		foreach ($file->scenes as $scene) {
			$this->checkLinks($name, $scene->id, $story->scenes[$scene->id], $story->scenes);
			$this->checkLinks($name, $scene->id, isset($scene->quest) ? [$scene->quest] : [], $story->quests);
			$this->checkLinks($name, $scene->id, isset($scene->ending) ? [$scene->ending] : [], $story->titles);
		}
	}

	/**
	 * Ids are what games are made of: each means one thing.
	 *
	 * @param list<list<object{id: string}>> $lists
	 */
	private function checkTwice(string $name, array $lists): void {
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
