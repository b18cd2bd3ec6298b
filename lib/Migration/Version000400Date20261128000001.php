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

/** The observatory: its surveys and catalogue, who may take part, and what was sent. Empty unless the mode is on. */
final class Version000400Date20261128000001 extends SimpleMigrationStep {
	/**
	 * @param \Closure(): ISchemaWrapper $schemaClosure
	 * @param array<array-key, mixed> $options
	 */
	#[\Override]
	public function changeSchema(IOutput $output, \Closure $schemaClosure, array $options): ?ISchemaWrapper {
		$schema = $schemaClosure();
		if ($schema->hasTable('compagnon_publisher_survey')) {
			return null;
		}
		$this->surveys($schema);
		$this->catalogues($schema);
		$this->hosts($schema);
		$this->spaces($schema);
		$this->issued($schema);
		$this->reports($schema);
		return $schema;
	}

	/** One row for each survey and period. */
	private function surveys(ISchemaWrapper $schema): void {
		$table = $schema->createTable('compagnon_publisher_survey');
		$table->addColumn('survey', 'string', ['notnull' => true, 'length' => 64]);
		$table->addColumn('period', 'string', ['notnull' => true, 'length' => 16]);
		$table->addColumn('kind', 'string', ['notnull' => true, 'length' => 16]);
		$table->addColumn('version', 'string', ['notnull' => true, 'length' => 32]);
		$table->addColumn('sha256', 'string', ['notnull' => true, 'length' => 64]);
		// The questionnaire, or the list of figures, as it was written.
		$table->addColumn('file', 'text', ['notnull' => true]);
		// First and last day on which people are asked: 2026-10-01.
		$table->addColumn('opens', 'string', ['notnull' => true, 'length' => 10]);
		$table->addColumn('closes', 'string', ['notnull' => true, 'length' => 10]);
		$table->addColumn('state', 'string', ['notnull' => true, 'length' => 16]);
		// Which seed its tokens are signed from: a newer one does not touch a survey that is under way.
		$table->addColumn('seed', 'string', ['notnull' => true, 'length' => 32]);
		$table->addColumn('organiser', 'text', ['notnull' => true]);
		$table->addColumn('contact', 'text', ['notnull' => true]);
		// What was published of it, and on what day.
		$table->addColumn('release_sha256', 'string', ['notnull' => false, 'length' => 64]);
		$table->addColumn('released_on', 'string', ['notnull' => false, 'length' => 10]);
		$table->setPrimaryKey(['survey', 'period']);
	}

	/** Every catalogue that was ever made, word for word: each names the hash of the one before. */
	private function catalogues(ISchemaWrapper $schema): void {
		$table = $schema->createTable('compagnon_publisher_catalogue');
		$table->addColumn('number', 'bigint', ['notnull' => true]);
		$table->addColumn('sha256', 'string', ['notnull' => true, 'length' => 64]);
		$table->addColumn('catalogue', 'text', ['notnull' => true]);
		$table->addColumn('signature', 'string', ['notnull' => true, 'length' => 88]);
		$table->addColumn('signed_by', 'string', ['notnull' => true, 'length' => 44]);
		$table->setPrimaryKey(['number']);
	}

	private function hosts(ISchemaWrapper $schema): void {
		$table = $schema->createTable('compagnon_registry_host');
		$table->addColumn('host', 'string', ['notnull' => true, 'length' => 64]);
		$table->addColumn('public_key', 'string', ['notnull' => true, 'length' => 44]);
		$table->addColumn('added_on', 'string', ['notnull' => true, 'length' => 10]);
		$table->setPrimaryKey(['host']);
		$table->addUniqueIndex(['public_key'], 'compagnon_rh_key');
	}

	private function spaces(ISchemaWrapper $schema): void {
		$table = $schema->createTable('compagnon_registry_space');
		$table->addColumn('public_key', 'string', ['notnull' => true, 'length' => 44]);
		// Whose quota it draws on: hash of the key, or of the address that was proven. Outlives a change of key.
		$table->addColumn('subject', 'string', ['notnull' => true, 'length' => 64]);
		$table->addColumn('stratum', 'string', ['notnull' => true, 'length' => 16]);
		// Who vouches for it, and to what day.
		$table->addColumn('host_key', 'string', ['notnull' => false, 'length' => 44]);
		$table->addColumn('attested_to', 'string', ['notnull' => false, 'length' => 10]);
		$table->addColumn('address', 'string', ['notnull' => false, 'length' => 255]);
		$table->addColumn('enrolled_on', 'string', ['notnull' => true, 'length' => 10]);
		$table->setPrimaryKey(['public_key']);
		$table->addUniqueIndex(['subject'], 'compagnon_rs_subject');
		$table->addIndex(['host_key'], 'compagnon_rs_host');
		$this->nonces($schema);
	}

	/** Messages of the last minutes, so that none counts twice. */
	private function nonces(ISchemaWrapper $schema): void {
		$table = $schema->createTable('compagnon_registry_nonce');
		$table->addColumn('nonce', 'string', ['notnull' => true, 'length' => 64]);
		$table->addColumn('seen_at', 'bigint', ['notnull' => true]);
		$table->setPrimaryKey(['nonce']);
		$table->addIndex(['seen_at'], 'compagnon_rn_seen');
	}

	/** One batch of tokens for each space, survey, period and kind. Not when, and not the tokens, which nobody here knows. */
	private function issued(ISchemaWrapper $schema): void {
		$table = $schema->createTable('compagnon_registry_issue');
		$table->addColumn('survey', 'string', ['notnull' => true, 'length' => 64]);
		$table->addColumn('period', 'string', ['notnull' => true, 'length' => 16]);
		$table->addColumn('kind', 'string', ['notnull' => true, 'length' => 16]);
		$table->addColumn('subject', 'string', ['notnull' => true, 'length' => 64]);
		$table->addColumn('stratum', 'string', ['notnull' => true, 'length' => 16]);
		$table->addColumn('amount', 'bigint', ['notnull' => true]);
		// Hash of the batch: the same is answered again, another is not.
		$table->addColumn('batch', 'string', ['notnull' => true, 'length' => 64]);
		$table->setPrimaryKey(['survey', 'period', 'kind', 'subject']);
	}

	/** Nothing finer than the day, no sequence, nobody's address. Ordered by hash, so not by when it came. */
	private function reports(ISchemaWrapper $schema): void {
		$table = $schema->createTable('compagnon_collector_report');
		$table->addColumn('nullifier', 'string', ['notnull' => true, 'length' => 64]);
		$table->addColumn('body_hash', 'string', ['notnull' => true, 'length' => 64]);
		$table->addColumn('report_id', 'string', ['notnull' => true, 'length' => 36]);
		$table->addColumn('withdraw_hash', 'string', ['notnull' => true, 'length' => 64]);
		$table->addColumn('survey', 'string', ['notnull' => true, 'length' => 64]);
		$table->addColumn('period', 'string', ['notnull' => true, 'length' => 16]);
		$table->addColumn('kind', 'string', ['notnull' => true, 'length' => 16]);
		$table->addColumn('stratum', 'string', ['notnull' => true, 'length' => 16]);
		$table->addColumn('received_on', 'string', ['notnull' => true, 'length' => 10]);
		// null: withdrawn. The row stays, so that the same token is not good for another report.
		$table->addColumn('content', 'text', ['notnull' => false]);
		$table->setPrimaryKey(['nullifier']);
		$table->addUniqueIndex(['report_id'], 'compagnon_cr_report');
		$table->addIndex(['survey', 'period', 'kind', 'stratum', 'nullifier'], 'compagnon_cr_wave');
		$this->refusals($schema);
	}

	/** How many bodies were refused in a minute. */
	private function refusals(ISchemaWrapper $schema): void {
		$table = $schema->createTable('compagnon_collector_refusal');
		$table->addColumn('minute', 'bigint', ['notnull' => true]);
		$table->addColumn('refused', 'bigint', ['notnull' => true]);
		$table->setPrimaryKey(['minute']);
	}
}
