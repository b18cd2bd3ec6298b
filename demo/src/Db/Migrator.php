<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Demo\Db;

use Doctrine\DBAL\Connection;
use Doctrine\DBAL\Schema\Comparator;
use OCP\DB\ISchemaWrapper;
use OCP\Migration\IOutput;
use OCP\Migration\SimpleMigrationStep;

/** Runs the app's schema steps, then makes the demo's own tables. Can be run again at any time. */
final readonly class Migrator {
	private const OWN_TABLES = [
		'CREATE TABLE IF NOT EXISTS accounts (id TEXT PRIMARY KEY, name TEXT NOT NULL, password TEXT NOT NULL, role TEXT NOT NULL, language TEXT NOT NULL, theme TEXT NOT NULL, disabled INTEGER NOT NULL DEFAULT 0, may_use_app INTEGER NOT NULL DEFAULT 1)',
		'CREATE TABLE IF NOT EXISTS sessions (id TEXT PRIMARY KEY, account TEXT NOT NULL REFERENCES accounts (id), token TEXT NOT NULL, started_at INTEGER NOT NULL)',
		'CREATE TABLE IF NOT EXISTS preferences (account TEXT NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (account, name))',
		'CREATE TABLE IF NOT EXISTS settings (name TEXT PRIMARY KEY, value TEXT NOT NULL)',
		'CREATE TABLE IF NOT EXISTS hits (account TEXT NOT NULL, route TEXT NOT NULL, at INTEGER NOT NULL)',
		'CREATE INDEX IF NOT EXISTS hits_by_route ON hits (account, route, at)',
		'CREATE TABLE IF NOT EXISTS nodes (id INTEGER PRIMARY KEY AUTOINCREMENT, owner TEXT NOT NULL, creator TEXT NOT NULL, parent INTEGER NOT NULL, name TEXT NOT NULL, folder INTEGER NOT NULL, size INTEGER NOT NULL, changed_at INTEGER NOT NULL, trashed_at INTEGER)',
		'CREATE INDEX IF NOT EXISTS nodes_by_parent ON nodes (owner, parent)',
		'CREATE TABLE IF NOT EXISTS shares (id INTEGER PRIMARY KEY AUTOINCREMENT, node INTEGER NOT NULL REFERENCES nodes (id) ON DELETE CASCADE, creator TEXT NOT NULL, member TEXT, token TEXT UNIQUE, editable INTEGER NOT NULL, password TEXT)',
		'CREATE TABLE IF NOT EXISTS versions (node INTEGER NOT NULL REFERENCES nodes (id) ON DELETE CASCADE, number INTEGER NOT NULL, size INTEGER NOT NULL, changed_at INTEGER NOT NULL, PRIMARY KEY (node, number))',
		'CREATE TABLE IF NOT EXISTS jobs (run TEXT PRIMARY KEY, not_before INTEGER NOT NULL)',
		'CREATE TABLE IF NOT EXISTS notices (account TEXT NOT NULL, about TEXT NOT NULL, sentence TEXT NOT NULL, words TEXT NOT NULL, link TEXT NOT NULL, told_at INTEGER NOT NULL, PRIMARY KEY (account, about))',
	];

	public function __construct(
		private Connection $connection,
	) {
	}

	public function migrate(): void {
		$this->makeTables();
		foreach (self::OWN_TABLES as $sql) {
			$this->connection->executeStatement($sql);
		}
	}

	/** The tables of the app, by its own schema steps. */
	public function makeTables(): void {
		foreach ($this->steps() as $step) {
			$manager = $this->connection->createSchemaManager();
			$before = $manager->introspectSchema();
			$after = clone $before;
			$step->changeSchema($this->silence(), static fn (): ISchemaWrapper => new SchemaWrapper($after, 'cp_'), []);
			$manager->alterSchema((new Comparator())->compareSchemas($before, $after));
		}
	}

	/** @return list<SimpleMigrationStep> */
	private function steps(): array {
		$files = glob(__DIR__ . '/../../../lib/Migration/Version*.php');
		return array_map(static function (string $file): SimpleMigrationStep {
			$class = 'OCA\\Compagnon\\Migration\\' . basename($file, '.php');
			$step = new $class();
			return $step instanceof SimpleMigrationStep ? $step : throw new \LogicException("$class is not a schema step");
		}, $files === false ? [] : $files);
	}

	private function silence(): IOutput {
		return new class implements IOutput {
			#[\Override]
			public function info($message): void {
			}

			#[\Override]
			public function warning($message): void {
			}
		};
	}
}
