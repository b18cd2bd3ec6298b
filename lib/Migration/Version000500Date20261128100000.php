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

/** The adventure: games, and what happened in each. */
final class Version000500Date20261128100000 extends SimpleMigrationStep {
	/**
	 * @param \Closure(): ISchemaWrapper $schemaClosure
	 * @param array<array-key, mixed> $options
	 */
	#[\Override]
	public function changeSchema(IOutput $output, \Closure $schemaClosure, array $options): ?ISchemaWrapper {
		$schema = $schemaClosure();
		if ($schema->hasTable('compagnon_adventure_game')) {
			return null;
		}
		$this->games($schema);
		$this->moves($schema);
		return $schema;
	}

	private function games(ISchemaWrapper $schema): void {
		$table = $schema->createTable('compagnon_adventure_game');
		$table->addColumn('id', 'string', ['notnull' => true, 'length' => 32]);
		$table->addColumn('user_id', 'string', ['notnull' => true, 'length' => 64]);
		$table->addColumn('story', 'string', ['notnull' => true, 'length' => 64]);
		// Of the story, at the last move.
		$table->addColumn('version', 'integer', ['notnull' => true]);
		// Number of the next move: one writer at a time.
		$table->addColumn('count', 'integer', ['notnull' => true]);
		// The quest that is open, and how the space was then.
		$table->addColumn('quest', 'string', ['notnull' => false, 'length' => 64]);
		$table->addColumn('level', 'string', ['notnull' => false, 'length' => 16]);
		$table->addColumn('mark', 'string', ['notnull' => false, 'length' => 64]);
		$table->addColumn('started_at', 'bigint', ['notnull' => true]);
		$table->addColumn('updated_at', 'bigint', ['notnull' => true]);
		$table->setPrimaryKey(['id']);
		$table->addUniqueIndex(['user_id', 'story'], 'compagnon_ag_story');
	}

	private function moves(ISchemaWrapper $schema): void {
		$table = $schema->createTable('compagnon_adventure_move');
		$table->addColumn('game', 'string', ['notnull' => true, 'length' => 32]);
		$table->addColumn('number', 'integer', ['notnull' => true]);
		$table->addColumn('kind', 'string', ['notnull' => true, 'length' => 16]);
		// Role, scene or quest; choice or level.
		$table->addColumn('subject', 'string', ['notnull' => true, 'length' => 64]);
		$table->addColumn('object', 'string', ['notnull' => false, 'length' => 64]);
		$table->addColumn('at', 'bigint', ['notnull' => true]);
		$table->setPrimaryKey(['game', 'number']);
	}
}
