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
		'CREATE TABLE IF NOT EXISTS shares (id INTEGER PRIMARY KEY AUTOINCREMENT, node INTEGER NOT NULL REFERENCES nodes (id) ON DELETE CASCADE, creator TEXT NOT NULL, member TEXT, token TEXT UNIQUE, editable INTEGER NOT NULL, password TEXT, expires_at INTEGER, shared_at INTEGER NOT NULL DEFAULT 0)',
		'CREATE TABLE IF NOT EXISTS versions (node INTEGER NOT NULL REFERENCES nodes (id) ON DELETE CASCADE, number INTEGER NOT NULL, size INTEGER NOT NULL, changed_at INTEGER NOT NULL, PRIMARY KEY (node, number))',
		'CREATE TABLE IF NOT EXISTS writings (id INTEGER PRIMARY KEY AUTOINCREMENT, node INTEGER NOT NULL REFERENCES nodes (id) ON DELETE CASCADE, author TEXT NOT NULL, at INTEGER NOT NULL, UNIQUE (node, author))',
		'CREATE TABLE IF NOT EXISTS favorites (id INTEGER PRIMARY KEY AUTOINCREMENT, node INTEGER NOT NULL REFERENCES nodes (id) ON DELETE CASCADE, account TEXT NOT NULL, UNIQUE (account, node))',
		'CREATE TABLE IF NOT EXISTS deeds (id INTEGER PRIMARY KEY AUTOINCREMENT, account TEXT NOT NULL, fact TEXT NOT NULL, UNIQUE (account, fact))',
		'CREATE TABLE IF NOT EXISTS pictures (account TEXT PRIMARY KEY, type TEXT NOT NULL, bytes BLOB NOT NULL)',
		'CREATE TABLE IF NOT EXISTS devices (id INTEGER PRIMARY KEY AUTOINCREMENT, account TEXT NOT NULL, name TEXT NOT NULL, password TEXT NOT NULL, made_at INTEGER NOT NULL)',
		'CREATE TABLE IF NOT EXISTS calendars (id INTEGER PRIMARY KEY AUTOINCREMENT, owner TEXT NOT NULL, name TEXT NOT NULL, given INTEGER NOT NULL)',
		'CREATE TABLE IF NOT EXISTS calendar_shares (id INTEGER PRIMARY KEY AUTOINCREMENT, calendar INTEGER NOT NULL REFERENCES calendars (id) ON DELETE CASCADE, creator TEXT NOT NULL, member TEXT NOT NULL, editable INTEGER NOT NULL, UNIQUE (calendar, member))',
		'CREATE TABLE IF NOT EXISTS events (id INTEGER PRIMARY KEY AUTOINCREMENT, calendar INTEGER NOT NULL REFERENCES calendars (id) ON DELETE CASCADE, title TEXT NOT NULL, day TEXT NOT NULL, time TEXT NOT NULL, place TEXT NOT NULL, repeats TEXT, given INTEGER NOT NULL)',
		'CREATE TABLE IF NOT EXISTS contacts (id INTEGER PRIMARY KEY AUTOINCREMENT, owner TEXT NOT NULL, name TEXT NOT NULL, email TEXT NOT NULL, phone TEXT NOT NULL, given INTEGER NOT NULL)',
		'CREATE TABLE IF NOT EXISTS contact_groups (id INTEGER PRIMARY KEY AUTOINCREMENT, owner TEXT NOT NULL, name TEXT NOT NULL, UNIQUE (owner, name))',
		'CREATE TABLE IF NOT EXISTS group_contacts (contact_group INTEGER NOT NULL REFERENCES contact_groups (id) ON DELETE CASCADE, contact INTEGER NOT NULL REFERENCES contacts (id) ON DELETE CASCADE, PRIMARY KEY (contact_group, contact))',
		'CREATE TABLE IF NOT EXISTS jobs (run TEXT PRIMARY KEY, not_before INTEGER NOT NULL)',
		'CREATE TABLE IF NOT EXISTS notices (account TEXT NOT NULL, about TEXT NOT NULL, sentence TEXT NOT NULL, words TEXT NOT NULL, link TEXT NOT NULL, told_at INTEGER NOT NULL, PRIMARY KEY (account, about))',
	];

	/** Columns that a space from before does not have. */
	private const LATER = ['shares' => ['expires_at' => 'INTEGER', 'shared_at' => 'INTEGER NOT NULL DEFAULT 0']];

	public function __construct(
		private Connection $connection,
	) {
	}

	public function migrate(): void {
		$this->makeTables();
		foreach (self::OWN_TABLES as $sql) {
			$this->connection->executeStatement($sql);
		}
		foreach (self::LATER as $table => $columns) {
			$there = $this->connection->fetchFirstColumn('SELECT name FROM pragma_table_info(?)', [$table]);
			foreach (array_diff_key($columns, array_flip(array_filter($there, is_string(...)))) as $column => $type) {
				$this->connection->executeStatement("ALTER TABLE $table ADD COLUMN $column $type");
			}
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
