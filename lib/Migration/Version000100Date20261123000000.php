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

/** Where each person stands with each tour. */
final class Version000100Date20261123000000 extends SimpleMigrationStep {
	/**
	 * @param \Closure(): ISchemaWrapper $schemaClosure
	 * @param array<array-key, mixed> $options
	 */
	#[\Override]
	public function changeSchema(IOutput $output, \Closure $schemaClosure, array $options): ?ISchemaWrapper {
		$schema = $schemaClosure();
		if ($schema->hasTable('compagnon_tour_progress')) {
			return null;
		}
		$table = $schema->createTable('compagnon_tour_progress');
		$table->addColumn('user_id', 'string', ['notnull' => true, 'length' => 64]);
		$table->addColumn('tour', 'string', ['notnull' => true, 'length' => 64]);
		$table->addColumn('state', 'string', ['notnull' => true, 'length' => 16]);
		$table->addColumn('step', 'string', ['notnull' => false, 'length' => 64]);
		$table->addColumn('mark', 'string', ['notnull' => false, 'length' => 64]);
		$table->addColumn('revision', 'bigint', ['notnull' => true]);
		$table->addColumn('quiet_until', 'bigint', ['notnull' => false]);
		$table->addColumn('updated_at', 'bigint', ['notnull' => true]);
		$table->setPrimaryKey(['user_id', 'tour']);
		return $schema;
	}
}
