<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Adventure;

use OCA\Compagnon\Tour\Fact;
use OCA\Compagnon\Tour\Right;

/**
 * Makes a Story of a file that the schema resources/schema/story.json has accepted.
 *
 * @phpstan-type SceneFile object{id: string, choices?: list<object{id: string, to: string}>, ending?: string, quest?: string}
 * @phpstan-type LevelFile object{proof: object{fact?: string}}
 * @phpstan-type QuestFile \stdClass&object{id: string, app: string, needs?: string, tour?: string, essential: LevelFile, explore?: LevelFile}
 */
final class StoryReader {
	/** Stories without a place come after those that have one. */
	private const LAST = 10_000;

	public function read(\stdClass $file): Story {
		/** @var \stdClass&object{id: string, version: int, minutes: int, title: string, summary: string, order?: int, for?: object, roles: list<object{id: string}>, scenes: list<SceneFile>, quests: list<QuestFile>, endings: list<object{id: string, title: string}>, renames?: \stdClass} $file */
		$scenes = array_column($file->scenes, null, 'id');
		return new Story(
			$file->id,
			$file->version,
			$file->order ?? self::LAST,
			isset($file->for),
			$file->minutes,
			$file->title,
			$file->summary,
			array_column($file->roles, 'id'),
			array_map(static fn (object $scene): array => array_column($scene->choices ?? [], 'to', 'id'), $scenes),
			array_filter(array_map(static fn (object $scene): ?string => $scene->ending ?? null, $scenes), 'is_string'),
			array_column($file->endings, 'title', 'id'),
			array_map($this->quest(...), array_column($file->quests, null, 'id')),
			array_keys($this->apps($file)),
			$this->renames($file->renames ?? new \stdClass()),
			$file,
		);
	}

	/** @param QuestFile $quest */
	private function quest(object $quest): Quest {
		$levels = array_filter(['essential' => $quest->essential, 'explore' => $quest->explore ?? null], 'is_object');
		return new Quest(
			$quest->id,
			$quest->app,
			isset($quest->needs) ? Right::from($quest->needs) : null,
			$quest->tour ?? null,
			array_map(static fn (object $level): ?Fact => isset($level->proof->fact) ? Fact::from($level->proof->fact) : null, $levels),
			$quest,
		);
	}

	/** @return array<string, true> apps that anything in it names: quests and conditions, however deep */
	private function apps(mixed $part): array {
		$apps = [];
		foreach (is_object($part) || is_array($part) ? (array)$part : [] as $name => $value) {
			$apps += $name === 'app' && is_string($value) ? [$value => true] : $this->apps($value);
		}
		return $apps;
	}

	/** @return array<string, array<string, string>> */
	private function renames(\stdClass $renames): array {
		/** @var array<string, \stdClass> $kinds */
		$kinds = (array)$renames;
		/** @var array<string, array<string, string>> */
		return array_map(static fn (\stdClass $names): array => (array)$names, $kinds);
	}
}
