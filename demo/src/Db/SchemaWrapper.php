<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Demo\Db;

use Doctrine\DBAL\Schema\Schema;
use Doctrine\DBAL\Schema\Table;
use OCP\DB\ISchemaWrapper;

/** Lets the app's own schema steps run on the demo's database. */
final readonly class SchemaWrapper implements ISchemaWrapper {
	public function __construct(
		private Schema $schema,
		private string $prefix,
	) {
	}

	#[\Override]
	public function getTable($tableName): Table {
		return $this->schema->getTable($this->prefix . $tableName);
	}

	#[\Override]
	public function hasTable($tableName): bool {
		return $this->schema->hasTable($this->prefix . $tableName);
	}

	#[\Override]
	public function createTable($tableName): Table {
		return $this->schema->createTable($this->prefix . $tableName);
	}
}
