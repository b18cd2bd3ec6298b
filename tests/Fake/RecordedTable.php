<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Fake;

/** A table as a schema step makes it. Anything but the calls that schema steps may use is an error. */
final class RecordedTable {
	/** @var array<string, array{type: string, notnull: bool, length: ?int, default: ?int}> */
	public array $columns = [];
	/** @var list<string> */
	public array $primaryKey = [];
	/** @var list<list<string>> */
	public array $unique = [];

	public function __construct(
		public readonly string $name,
	) {
	}

	/** @param array{notnull?: bool, length?: int, default?: int} $options */
	public function addColumn(string $name, string $type, array $options = []): self {
		$this->columns[$name] = ['type' => $type, 'notnull' => $options['notnull'] ?? true, 'length' => $options['length'] ?? null, 'default' => $options['default'] ?? null];
		return $this;
	}

	public function hasColumn(string $name): bool {
		return isset($this->columns[$name]);
	}

	/** @param list<string> $columns */
	public function setPrimaryKey(array $columns): self {
		$this->primaryKey = $columns;
		return $this;
	}

	/** @param list<string> $columns */
	public function addIndex(array $columns, ?string $name = null): self {
		$this->mustHave($columns);
		return $this;
	}

	/** @param list<string> $columns */
	public function addUniqueIndex(array $columns, ?string $name = null): self {
		$this->mustHave($columns);
		$this->unique[] = $columns;
		return $this;
	}

	/** @param list<mixed> $arguments */
	public function __call(string $method, array $arguments): never {
		throw new \LogicException("A schema step may not call $method on a table");
	}

	/** The same table for SQLite. */
	public function sql(string $prefix): string {
		$lines = [];
		foreach ($this->columns as $name => $column) {
			$type = in_array($column['type'], ['bigint', 'integer', 'smallint', 'boolean'], true) ? 'INTEGER' : 'TEXT';
			$lines[] = "$name $type" . ($column['notnull'] ? ' NOT NULL' : '') . ($column['default'] === null ? '' : " DEFAULT {$column['default']}");
		}
		$lines[] = 'PRIMARY KEY (' . implode(', ', $this->primaryKey) . ')';
		foreach ($this->unique as $columns) {
			$lines[] = 'UNIQUE (' . implode(', ', $columns) . ')';
		}
		return "CREATE TABLE $prefix{$this->name} (" . implode(', ', $lines) . ')';
	}

	/** @param list<string> $columns */
	private function mustHave(array $columns): void {
		$missing = array_diff($columns, array_keys($this->columns));
		if ($missing !== []) {
			throw new \LogicException('An index names the missing column ' . implode(', ', $missing));
		}
	}
}
