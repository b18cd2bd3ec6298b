<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Migration;

use OCP\DB\ISchemaWrapper;
use OCP\Migration\IOutput;
use OCP\Migration\SimpleMigrationStep;

/** Targets that members did not find, counted without anybody's name. */
final class Version000200Date20261124000000 extends SimpleMigrationStep {
	/**
	 * @param \Closure(): ISchemaWrapper $schemaClosure
	 * @param array<array-key, mixed> $options
	 */
	#[\Override]
	public function changeSchema(IOutput $output, \Closure $schemaClosure, array $options): ?ISchemaWrapper {
		$schema = $schemaClosure();
		if ($schema->hasTable('compagnon_missing_target')) {
			return null;
		}
		$table = $schema->createTable('compagnon_missing_target');
		$table->addColumn('tour', 'string', ['notnull' => true, 'length' => 64]);
		$table->addColumn('step', 'string', ['notnull' => true, 'length' => 64]);
		$table->addColumn('anchor', 'string', ['notnull' => true, 'length' => 128]);
		$table->addColumn('host_version', 'bigint', ['notnull' => true]);
		$table->addColumn('seen_on', 'bigint', ['notnull' => true]);
		$table->addColumn('misses', 'bigint', ['notnull' => true]);
		$table->setPrimaryKey(['tour', 'step', 'anchor', 'host_version']);
		return $schema;
	}
}
