<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Fake;

use OCA\Compagnon\Content\ContentReader;
use OCA\Compagnon\Content\OpisSchemaValidator;
use OCA\Compagnon\Content\Verdicts;
use OCA\Compagnon\Port\Host;
use OCA\Compagnon\Port\SchemaValidator;
use OCA\Compagnon\Port\Settings;

/**
 * A content folder of its own for one test, with the real schemas and two small tours: "alpha" on Files, with a step
 * for a fact, and "beta" on an app called "notes".
 */
final class ContentFixture {
	public readonly string $path;

	public function __construct() {
		$this->path = sys_get_temp_dir() . '/compagnon-content-' . bin2hex(random_bytes(6));
		foreach (['', '/schema', '/tours', '/texts', '/guides', '/stories'] as $folder) {
			mkdir($this->path . $folder);
		}
		foreach (['tour', 'texts', 'anchors', 'guide', 'rooms', 'story', 'story-texts'] as $schema) {
			copy(__DIR__ . "/../../resources/schema/$schema.json", "$this->path/schema/$schema.json");
		}
		$this->tour('alpha', self::alpha());
		$this->tour('beta', ['id' => 'beta', 'app' => 'notes'] + self::alpha());
		$this->write('offers.json', ['files' => 'alpha']);
		$this->write('rooms.json', ['schema' => 1, 'rooms' => []]);
		$this->write('texts/fr.json', ['alpha.title' => 'Premier', 'alpha.only-french' => 'Seulement en français', 'step.text' => 'Texte']);
		$this->write('texts/en.json', ['alpha.title' => 'First', 'step.text' => 'Text']);
		$this->write('anchors.json', ['schema' => 1, 'hosts' => ['nextcloud' => ['32' => [
			'files.new' => ['selectors' => ['#new']],
			'files.toggle' => ['selectors' => ['#toggle']],
			'files.trash' => ['selectors' => ['#trash'], 'open' => 'files.toggle'],
		]]]]);
	}

	public function __destruct() {
		foreach ((array)glob("$this->path/stories/*") as $folder) {
			self::remove((string)$folder);
		}
		foreach (['schema', 'tours', 'texts', 'guides', 'stories', '.'] as $folder) {
			self::remove("$this->path/$folder");
		}
	}

	private static function remove(string $folder): void {
		array_map('unlink', array_filter((array)glob("$folder/*.json"), 'is_string'));
		rmdir(rtrim($folder, '/.'));
	}

	/** @param ?SchemaValidator $validator the real one when there is none */
	public function reader(Settings $settings, Host $host, ?SchemaValidator $validator = null): ContentReader {
		return new ContentReader($validator ?? new OpisSchemaValidator(), new Verdicts($settings, $host, $this->path), $this->path . '/schema');
	}

	/** @param array<string, mixed>|string $content text is written as it is */
	public function write(string $file, array|string $content): void {
		file_put_contents("$this->path/$file", is_string($content) ? $content : json_encode($content, JSON_THROW_ON_ERROR));
	}

	/** @param array<string, mixed>|string $content */
	public function tour(string $name, array|string $content): void {
		$this->write("tours/$name.json", $content);
	}

	/**
	 * @param array<string, mixed>|string $content
	 * @param array<string, array<string, string>|string> $words by language
	 */
	public function story(string $name, array|string $content, array $words = ['fr' => StoryFixture::FRENCH, 'en' => StoryFixture::ENGLISH]): void {
		is_dir("$this->path/stories/$name") || mkdir("$this->path/stories/$name");
		$this->write("stories/$name/story.json", $content);
		foreach ($words as $language => $texts) {
			$this->write("stories/$name/$language.json", $texts);
		}
	}

	/** @return array{schema: int, id: string, version: int, app: string, minutes: int, title: string, summary: string, steps: list<array<string, mixed>>} */
	public static function alpha(): array {
		return [
			'schema' => 1, 'id' => 'alpha', 'version' => 1, 'app' => 'files', 'minutes' => 3,
			'title' => 'alpha.title', 'summary' => 'alpha.only-french',
			'steps' => [self::step('one'), self::step('folder', 'files.folder-created'), self::step('last')],
		];
	}

	/** @return array<string, mixed> */
	public static function step(string $id, ?string $fact = null): array {
		$step = ['id' => $id, 'page' => ['app' => 'files', 'path' => '/apps/files'], 'title' => 'alpha.title', 'text' => 'step.text'];
		return $fact === null
			? $step + ['ends' => ['on' => 'next']]
			: $step + ['anchor' => 'files.new', 'where' => 'step.text', 'ends' => ['on' => 'fact', 'fact' => $fact, 'signals' => ['files:node:created']]];
	}
}
