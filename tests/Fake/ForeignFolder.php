<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Fake;

/** A folder of tour files from elsewhere, for one test. */
final class ForeignFolder {
	public readonly string $path;

	public function __construct() {
		$this->path = sys_get_temp_dir() . '/compagnon-foreign-' . bin2hex(random_bytes(6));
		mkdir($this->path);
	}

	public function __destruct() {
		array_map('unlink', array_filter((array)glob("$this->path/*"), 'is_string'));
		rmdir($this->path);
	}

	/** @param array<string, mixed>|string $content text is written as it is */
	public function write(string $name, array|string $content): void {
		file_put_contents("$this->path/$name", is_string($content) ? $content : json_encode($content, JSON_THROW_ON_ERROR));
	}

	/**
	 * A tour that brings its words in French and English, and an anchor.
	 *
	 * @return array<string, mixed>
	 */
	public static function tour(string $id, int $steps = 2): array {
		$words = ['tour.title' => 'Titre', 'tour.summary' => 'Résumé'];
		$list = [];
		for ($i = 1; $i <= $steps; $i++) {
			$list[] = [
				'id' => "step-$i", 'page' => ['app' => 'files', 'path' => '/apps/files'],
				'anchor' => $i === 1 ? 'files.new' : 'other.place', 'title' => "tour.title-$i", 'text' => "tour.text-$i", 'where' => "tour.where-$i",
				'ends' => ['on' => 'next'],
			];
			$words += [
				"tour.title-$i" => "L’étape $i",
				"tour.text-$i" => str_repeat("Ce que l’on fait à l’étape $i. ", 6),
				"tour.where-$i" => 'Le bouton est en haut de la page, à gauche.',
			];
		}
		return [
			'schema' => 1, 'id' => $id, 'version' => 1, 'app' => 'files', 'minutes' => 5, 'title' => 'tour.title', 'summary' => 'tour.summary',
			'steps' => $list,
			'texts' => ['fr' => $words, 'en' => array_map(static fn (string $text): string => "EN $text", $words)],
			'anchors' => ['other.place' => ['selectors' => ['#other'], 'open' => 'files.toggle']],
		];
	}
}
