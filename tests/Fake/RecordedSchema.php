<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Fake;

use OCP\DB\ISchemaWrapper;
use OCP\Migration\IOutput;
use OCP\Migration\SimpleMigrationStep;

/** What the schema steps of the app make, without a database. */
final class RecordedSchema implements ISchemaWrapper {
	/** @var array<string, RecordedTable> */
	public array $tables = [];

	/** Runs every schema step of the app, in order. */
	public static function ofTheApp(): self {
		$schema = new self();
		$files = glob(__DIR__ . '/../../lib/Migration/Version*.php');
		foreach ($files === false ? [] : $files as $file) {
			$class = 'OCA\\Compagnon\\Migration\\' . basename($file, '.php');
			$step = new $class();
			assert($step instanceof SimpleMigrationStep);
			$schema->run($step);
		}
		return $schema;
	}

	public function run(SimpleMigrationStep $step): void {
		$output = new class implements IOutput {
			#[\Override]
			public function info($message): void {
			}

			#[\Override]
			public function warning($message): void {
			}
		};
		$step->changeSchema($output, fn (): self => $this, []);
	}

	#[\Override]
	public function getTable($tableName) {
		return $this->tables[$tableName] ?? throw new \LogicException("There is no table $tableName");
	}

	#[\Override]
	public function hasTable($tableName) {
		return isset($this->tables[$tableName]);
	}

	#[\Override]
	public function createTable($tableName) {
		return $this->tables[$tableName] = new RecordedTable($tableName);
	}
}
