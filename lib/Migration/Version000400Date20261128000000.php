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

/** The survey panel of a space. Nothing here is finer than a day but the decisions of whoever looks after the space. */
final class Version000400Date20261128000000 extends SimpleMigrationStep {
	/**
	 * @param \Closure(): ISchemaWrapper $schemaClosure
	 * @param array<array-key, mixed> $options
	 */
	#[\Override]
	public function changeSchema(IOutput $output, \Closure $schemaClosure, array $options): ?ISchemaWrapper {
		$schema = $schemaClosure();
		if ($schema->hasTable('compagnon_survey_consent')) {
			return null;
		}
		$this->consent($schema);
		$this->tokens($schema);
		$this->queue($schema);
		$this->sent($schema);
		$this->roll($schema);
		$this->figures($schema);
		return $schema;
	}

	/** One row for each decision; none is ever changed. */
	private function consent(ISchemaWrapper $schema): void {
		$table = $schema->createTable('compagnon_survey_consent');
		$table->addColumn('id', 'string', ['notnull' => true, 'length' => 32]);
		// Counts up: two decisions of the same second have an order.
		$table->addColumn('seq', 'bigint', ['notnull' => true]);
		$table->addColumn('decided_by', 'string', ['notnull' => false, 'length' => 64]);
		$table->addColumn('decided_at', 'bigint', ['notnull' => true]);
		$table->addColumn('surveys', 'string', ['notnull' => true, 'length' => 8]);
		$table->addColumn('figures', 'smallint', ['notnull' => true]);
		// Names of figures, with commas.
		$table->addColumn('left_out', 'text', ['notnull' => false]);
		$table->addColumn('metrics', 'text', ['notnull' => false]);
		$table->addColumn('notice', 'string', ['notnull' => true, 'length' => 64]);
		$table->addColumn('version', 'string', ['notnull' => true, 'length' => 32]);
		$table->addColumn('observatory', 'string', ['notnull' => false, 'length' => 255]);
		$table->setPrimaryKey(['id']);
		$table->addUniqueIndex(['seq'], 'compagnon_sc_seq');
	}

	/** A batch while it is blinded, then one row for each token. All sealed. */
	private function tokens(ISchemaWrapper $schema): void {
		$table = $schema->createTable('compagnon_survey_token');
		$table->addColumn('id', 'string', ['notnull' => true, 'length' => 64]);
		$this->about($schema, 'compagnon_survey_token');
		$table->addColumn('key_id', 'string', ['notnull' => true, 'length' => 16]);
		$table->addColumn('state', 'string', ['notnull' => true, 'length' => 8]);
		$table->addColumn('sealed', 'text', ['notnull' => true]);
		$table->setPrimaryKey(['id']);
		$table->addIndex(['survey', 'period', 'kind'], 'compagnon_st_survey');
	}

	/** Sealed reports, and withdrawals that the observatory has not answered yet. */
	private function queue(ISchemaWrapper $schema): void {
		$table = $schema->createTable('compagnon_survey_queue');
		$table->addColumn('id', 'string', ['notnull' => true, 'length' => 64]);
		$this->about($schema, 'compagnon_survey_queue');
		$table->addColumn('sealed', 'text', ['notnull' => true]);
		// Days since 1970, UTC: when it may leave, and when it is given up.
		$table->addColumn('day', 'bigint', ['notnull' => true]);
		$table->addColumn('last_day', 'bigint', ['notnull' => true]);
		$table->addColumn('tries', 'bigint', ['notnull' => true]);
		$table->setPrimaryKey(['id']);
		$table->addIndex(['kind', 'day'], 'compagnon_sq_due');
	}

	/** One row for each report that left or never will; of answers neither words nor who. */
	private function sent(ISchemaWrapper $schema): void {
		$table = $schema->createTable('compagnon_survey_sent');
		$table->addColumn('id', 'string', ['notnull' => true, 'length' => 64]);
		$this->about($schema, 'compagnon_survey_sent');
		$table->addColumn('state', 'string', ['notnull' => true, 'length' => 16]);
		$table->addColumn('code', 'string', ['notnull' => false, 'length' => 32]);
		$table->addColumn('day', 'bigint', ['notnull' => true]);
		$table->addColumn('report', 'text', ['notnull' => false]);
		$table->addColumn('secret', 'text', ['notnull' => false]);
		$table->addColumn('receipt', 'text', ['notnull' => false]);
		$table->setPrimaryKey(['id']);
	}

	/** Who has answered, as a mark that only the survey's own key makes; and that key, sealed. */
	private function roll(ISchemaWrapper $schema): void {
		$table = $schema->createTable('compagnon_survey_roll');
		$table->addColumn('id', 'string', ['notnull' => true, 'length' => 64]);
		$table->addColumn('survey', 'string', ['notnull' => true, 'length' => 64]);
		$table->addColumn('period', 'string', ['notnull' => true, 'length' => 8]);
		$table->addColumn('secret', 'text', ['notnull' => false]);
		$table->setPrimaryKey(['id']);
		$table->addIndex(['survey', 'period'], 'compagnon_sr_survey');
	}

	private function figures(ISchemaWrapper $schema): void {
		$table = $schema->createTable('compagnon_survey_figures');
		$table->addColumn('period', 'string', ['notnull' => true, 'length' => 8]);
		$table->addColumn('day', 'bigint', ['notnull' => true]);
		$table->addColumn('metrics', 'text', ['notnull' => true]);
		$table->setPrimaryKey(['period']);
	}

	/** What a row is about. */
	private function about(ISchemaWrapper $schema, string $name): void {
		$table = $schema->getTable($name);
		$table->addColumn('survey', 'string', ['notnull' => true, 'length' => 64]);
		$table->addColumn('period', 'string', ['notnull' => true, 'length' => 8]);
		$table->addColumn('kind', 'string', ['notnull' => true, 'length' => 16]);
	}
}
