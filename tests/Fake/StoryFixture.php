<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Fake;

/**
 * A small story, "tale", by name in each of its parts: two roles; a door that leads in or out; four quests, of which one has
 * two levels, one is a state, one is of an app that is not here, and one is only declared.
 */
final class StoryFixture {
	public const FRENCH = ['title' => 'Le conte', 'summary' => 'Un petit conte.', 'line' => 'Une ligne.', 'glad' => 'Tout va bien', 'sad' => 'Tant pis', 'quest' => 'Une quête', 'only-french' => 'En français'];
	public const ENGLISH = ['title' => 'The tale', 'summary' => 'A small tale.', 'line' => 'A line.', 'glad' => 'All is well', 'sad' => 'Too bad', 'quest' => 'A quest'];

	/**
	 * @param array<string, mixed> $different
	 * @return array<string, mixed>
	 */
	public static function tale(array $different = []): array {
		return $different + [
			'schema' => 1, 'id' => 'tale', 'version' => 1, 'minutes' => 5, 'title' => 'title', 'summary' => 'summary',
			'picture' => ['file' => 'cover', 'text' => 'line'],
			'roles' => [['id' => 'ana', 'name' => 'line', 'about' => 'only-french'], ['id' => 'ben', 'name' => 'line', 'about' => 'line']],
			'start' => 'door',
			'scenes' => self::scenes(),
			'quests' => [
				self::quest('folder', 'files', ['fact' => 'files.folder-created'], ['explore' => self::level(['fact' => 'files.link-created']), 'needs' => 'files.own', 'tour' => 'alpha', 'practice' => true]),
				self::quest('picture', 'compagnon', ['fact' => 'account.picture-set']),
				self::quest('talk', 'spreed', ['fact' => 'talk.message-sent'], ['tour' => 'beta']),
				self::quest('tell', 'files', ['declare' => true]),
			],
			'endings' => [['id' => 'glad', 'title' => 'glad', 'text' => 'line'], ['id' => 'sad', 'title' => 'sad', 'text' => 'line']],
		];
	}

	/** @return list<array<string, mixed>> */
	public static function scenes(): array {
		return [
			['id' => 'door', 'text' => ['line', ['text' => 'line', 'if' => ['app' => 'deck']]], 'choices' => [
				['id' => 'in', 'text' => 'line', 'to' => 'hall', 'set' => ['brave']],
				['id' => 'out', 'text' => 'line', 'to' => 'street', 'if' => ['not' => ['role' => 'ana']]],
			]],
			['id' => 'hall', 'text' => ['line'], 'quest' => 'folder', 'choices' => [['id' => 'on', 'text' => 'line', 'to' => 'feast']]],
			['id' => 'feast', 'text' => ['line'], 'ending' => 'glad'],
			['id' => 'street', 'text' => ['line'], 'ending' => 'sad'],
		];
	}

	/**
	 * @param array<string, mixed> $proof
	 * @param array<string, mixed> $more
	 * @return array<string, mixed>
	 */
	public static function quest(string $id, string $app, array $proof, array $more = []): array {
		return ['id' => $id, 'title' => 'quest', 'why' => 'line', 'app' => $app, 'page' => '/apps/' . $app, 'essential' => self::level($proof)] + $more;
	}

	/**
	 * @param array<string, mixed> $proof
	 * @return array<string, mixed>
	 */
	public static function level(array $proof): array {
		return ['goal' => 'line', 'steps' => ['line'], 'hint' => 'line', 'done' => 'line', 'proof' => $proof];
	}

	/** @return array<string, mixed> the same with a hundred scenes of four paragraphs, and a quest in each of forty */
	public static function long(string $id): array {
		$scenes = $quests = [];
		for ($i = 1; $i <= 99; $i++) {
			$scenes[] = ['id' => "scene-$i", 'text' => ['line', 'line', ['text' => 'line', 'if' => ['any' => [['role' => 'ana'], ['visited' => 'scene-1']]]], 'line']]
				+ ($i <= 40 ? ['quest' => "quest-$i"] : [])
				+ ['choices' => [['id' => 'on', 'text' => 'line', 'to' => $i === 99 ? 'end' : 'scene-' . ($i + 1)], ['id' => 'end', 'text' => 'line', 'to' => 'end']]];
		}
		for ($i = 1; $i <= 40; $i++) {
			$quests[] = self::quest("quest-$i", 'files', ['fact' => 'files.folder-created'], ['explore' => self::level(['declare' => true])]);
		}
		return self::tale(['id' => $id, 'start' => 'scene-1', 'scenes' => [...$scenes, ['id' => 'end', 'text' => ['line'], 'ending' => 'glad']], 'quests' => $quests]);
	}
}
