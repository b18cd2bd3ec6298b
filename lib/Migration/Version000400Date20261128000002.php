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

/** What an observatory publishes. */
final class Version000400Date20261128000002 extends SimpleMigrationStep {
	/**
	 * @param \Closure(): ISchemaWrapper $schemaClosure
	 * @param array<array-key, mixed> $options
	 */
	#[\Override]
	public function changeSchema(IOutput $output, \Closure $schemaClosure, array $options): ?ISchemaWrapper {
		$schema = $schemaClosure();
		if ($schema->hasTable('compagnon_publisher_release')) {
			return null;
		}
		$table = $schema->createTable('compagnon_publisher_release');
		$table->addColumn('survey', 'string', ['notnull' => true, 'length' => 64]);
		$table->addColumn('period', 'string', ['notnull' => true, 'length' => 16]);
		// The release as JSON; empty while it is counted.
		$table->addColumn('body', 'text', ['notnull' => false]);
		// Hash, number and day of what was published; empty before.
		$table->addColumn('sha256', 'string', ['notnull' => false, 'length' => 64]);
		$table->addColumn('release_number', 'bigint', ['notnull' => false]);
		$table->addColumn('published_on', 'string', ['notnull' => false, 'length' => 10]);
		$table->addColumn('title', 'text', ['notnull' => false]);
		$table->addColumn('frozen_at', 'bigint', ['notnull' => true]);
		$table->addColumn('erased_at', 'bigint', ['notnull' => false]);
		$table->setPrimaryKey(['survey', 'period']);
		$table->addUniqueIndex(['release_number'], 'compagnon_pr_number');
		return $schema;
	}
}
