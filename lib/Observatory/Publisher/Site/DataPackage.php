<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory\Publisher\Site;

use OCA\Compagnon\Observatory\Publisher\Release\ReleaseLine;
use OCA\Compagnon\Port\Texts;

/** The description of all files for programs: a Frictionless Data Package with one Table Schema. */
final readonly class DataPackage {
	private const LICENCES = [
		['name' => 'etalab-2.0', 'title' => 'Licence Ouverte 2.0', 'path' => 'https://www.etalab.gouv.fr/licence-ouverte-open-licence/'],
	];

	/** @param list<ReleaseLine> $releases */
	public static function json(Texts $texts, array $releases): string {
		$fields = [];
		foreach (Dictionary::columns($texts) as $name => $meaning) {
			$fields[] = ['name' => $name, 'type' => Dictionary::TYPES[$name], 'description' => $meaning];
		}
		$resources = [];
		foreach ($releases as $line) {
			$name = strtolower("$line->survey-$line->period");
			$resources[] = [
				'name' => "$name-csv",
				'title' => $line->title['fr'] ?? $line->survey,
				'path' => Addresses::file($line->survey, $line->period, 'csv'),
				'format' => 'csv',
				'mediatype' => 'text/csv',
				'encoding' => 'utf-8',
				'profile' => 'tabular-data-resource',
				'schema' => ['fields' => $fields, 'missingValues' => ['']],
			];
			$resources[] = [
				'name' => "$name-json",
				'path' => Addresses::file($line->survey, $line->period, 'json'),
				'format' => 'json',
				'mediatype' => 'application/json',
				'hash' => "sha256:$line->sha256",
			];
		}
		$package = ['profile' => 'data-package', 'name' => 'openl', 'title' => 'OPEN-L', 'licenses' => self::LICENCES, 'resources' => $resources];
		return json_encode($package, JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES | JSON_PRETTY_PRINT);
	}
}
