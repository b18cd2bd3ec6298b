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

/** Moving in from elsewhere: accounts at providers, runs, their items, and what became of what. */
final class Version000300Date20261125000000 extends SimpleMigrationStep {
	/**
	 * @param \Closure(): ISchemaWrapper $schemaClosure
	 * @param array<array-key, mixed> $options
	 */
	#[\Override]
	public function changeSchema(IOutput $output, \Closure $schemaClosure, array $options): ?ISchemaWrapper {
		$schema = $schemaClosure();
		if ($schema->hasTable('compagnon_transfer_run')) {
			return null;
		}
		$this->accounts($schema);
		$this->runs($schema);
		$this->items($schema);
		$this->map($schema);
		return $schema;
	}

	/** One row for each account at a provider; also a consent that was begun and not ended (state "begun"). */
	private function accounts(ISchemaWrapper $schema): void {
		$table = $schema->createTable('compagnon_transfer_account');
		$table->addColumn('id', 'string', ['notnull' => true, 'length' => 32]);
		$table->addColumn('user_id', 'string', ['notnull' => true, 'length' => 64]);
		$table->addColumn('source', 'string', ['notnull' => true, 'length' => 32]);
		$table->addColumn('state', 'string', ['notnull' => true, 'length' => 16]);
		$table->addColumn('label', 'string', ['notnull' => false, 'length' => 255]);
		// Tokens, or state and verifier of a consent that is under way, sealed.
		$table->addColumn('sealed', 'text', ['notnull' => false]);
		// Changes with each new token: one refresher at a time.
		$table->addColumn('revision', 'bigint', ['notnull' => true]);
		$table->addColumn('created_at', 'bigint', ['notnull' => true]);
		$table->addColumn('updated_at', 'bigint', ['notnull' => true]);
		$table->setPrimaryKey(['id']);
		$table->addIndex(['user_id'], 'compagnon_ta_user');
	}

	private function runs(ISchemaWrapper $schema): void {
		$table = $schema->createTable('compagnon_transfer_run');
		$table->addColumn('id', 'string', ['notnull' => true, 'length' => 32]);
		// Whose space it fills, and who began it.
		$table->addColumn('user_id', 'string', ['notnull' => true, 'length' => 64]);
		$table->addColumn('started_by', 'string', ['notnull' => true, 'length' => 64]);
		$table->addColumn('source', 'string', ['notnull' => true, 'length' => 32]);
		$table->addColumn('account', 'string', ['notnull' => false, 'length' => 32]);
		$table->addColumn('state', 'string', ['notnull' => true, 'length' => 20]);
		$table->addColumn('phase', 'string', ['notnull' => true, 'length' => 16]);
		// '', 'pause' or 'cancel': what the worker is to do as soon as it looks.
		$table->addColumn('wish', 'string', ['notnull' => false, 'length' => 16]);
		// Target, choice and policies as JSON.
		$table->addColumn('options', 'text', ['notnull' => true]);
		// Where the phase goes on, as JSON of its own.
		$table->addColumn('cursor_state', 'text', ['notnull' => false]);
		$this->course($schema);
		$table->setPrimaryKey(['id']);
		$table->addIndex(['user_id'], 'compagnon_tr_user');
		$table->addIndex(['started_by'], 'compagnon_tr_starter');
		$table->addIndex(['state', 'lease_until'], 'compagnon_tr_due');
	}

	/** Where a run stands, who works on it, and since when. */
	private function course(ISchemaWrapper $schema): void {
		$table = $schema->getTable('compagnon_transfer_run');
		$table->addColumn('code', 'string', ['notnull' => false, 'length' => 64]);
		$table->addColumn('worker', 'string', ['notnull' => false, 'length' => 64]);
		$table->addColumn('lease_until', 'bigint', ['notnull' => true, 'default' => 0]);
		// The provider asked to be left alone until then, or nothing is due before.
		$table->addColumn('not_before', 'bigint', ['notnull' => false]);
		// What remains of a report whose rows were erased, as JSON of totals.
		$table->addColumn('totals', 'text', ['notnull' => false]);
		$table->addColumn('created_at', 'bigint', ['notnull' => true]);
		$table->addColumn('updated_at', 'bigint', ['notnull' => true]);
		$table->addColumn('started_at', 'bigint', ['notnull' => false]);
		$table->addColumn('finished_at', 'bigint', ['notnull' => false]);
		$table->addColumn('erased_at', 'bigint', ['notnull' => false]);
	}

	private function items(ISchemaWrapper $schema): void {
		$table = $schema->createTable('compagnon_transfer_item');
		$table->addColumn('run_id', 'string', ['notnull' => true, 'length' => 32]);
		$table->addColumn('item_key', 'string', ['notnull' => true, 'length' => 40]);
		// Order of the listing, and for that reason of the transfer.
		$table->addColumn('seq', 'bigint', ['notnull' => true]);
		$table->addColumn('kind', 'string', ['notnull' => true, 'length' => 16]);
		$table->addColumn('state', 'string', ['notnull' => true, 'length' => 16]);
		$table->addColumn('source_id', 'text', ['notnull' => true]);
		$table->addColumn('parent_key', 'string', ['notnull' => false, 'length' => 40]);
		$table->addColumn('name', 'text', ['notnull' => true]);
		$table->addColumn('source_path', 'text', ['notnull' => false]);
		$table->addColumn('size', 'bigint', ['notnull' => false]);
		$table->addColumn('modified_at', 'bigint', ['notnull' => false]);
		$table->addColumn('revision', 'string', ['notnull' => false, 'length' => 255]);
		$table->addColumn('algorithm', 'string', ['notnull' => false, 'length' => 16]);
		$table->addColumn('hash', 'string', ['notnull' => false, 'length' => 128]);
		$this->place($schema);
		// Lists and values of the source, as JSON.
		$table->addColumn('people', 'text', ['notnull' => false]);
		$table->addColumn('extra', 'text', ['notnull' => false]);
		$table->setPrimaryKey(['run_id', 'item_key']);
		$table->addIndex(['run_id', 'state', 'not_before', 'seq'], 'compagnon_ti_due');
		$table->addIndex(['run_id', 'seq'], 'compagnon_ti_seq');
		$table->addIndex(['run_id', 'parent_key'], 'compagnon_ti_parent');
	}

	/** Where an item goes, how far it has come, and what it has become. */
	private function place(ISchemaWrapper $schema): void {
		$table = $schema->getTable('compagnon_transfer_item');
		$table->addColumn('target_folder', 'text', ['notnull' => false]);
		$table->addColumn('target_name', 'text', ['notnull' => false]);
		$table->addColumn('renamed', 'bigint', ['notnull' => true, 'default' => 0]);
		$table->addColumn('code', 'string', ['notnull' => false, 'length' => 64]);
		$table->addColumn('attempts', 'bigint', ['notnull' => true, 'default' => 0]);
		$table->addColumn('not_before', 'bigint', ['notnull' => true, 'default' => 0]);
		$table->addColumn('staged_bytes', 'bigint', ['notnull' => true, 'default' => 0]);
		$table->addColumn('hash_state', 'text', ['notnull' => false]);
		$table->addColumn('file_id', 'bigint', ['notnull' => false]);
		$table->addColumn('etag', 'string', ['notnull' => false, 'length' => 64]);
		$table->addColumn('replaces', 'bigint', ['notnull' => false]);
		$table->addColumn('link', 'text', ['notnull' => false]);
	}

	/** Which copy belongs to what at the source; survives the runs, so that a second one brings only what is new. */
	private function map(ISchemaWrapper $schema): void {
		$table = $schema->createTable('compagnon_transfer_map');
		$table->addColumn('user_id', 'string', ['notnull' => true, 'length' => 64]);
		// Source and account or archive set: "google:<account id at the provider>".
		$table->addColumn('origin', 'string', ['notnull' => true, 'length' => 128]);
		$table->addColumn('item_key', 'string', ['notnull' => true, 'length' => 40]);
		$table->addColumn('file_id', 'bigint', ['notnull' => true]);
		$table->addColumn('etag', 'string', ['notnull' => true, 'length' => 64]);
		$table->addColumn('size', 'bigint', ['notnull' => true]);
		$table->addColumn('revision', 'string', ['notnull' => false, 'length' => 255]);
		$table->addColumn('hash', 'string', ['notnull' => false, 'length' => 128]);
		$table->addColumn('stored_at', 'bigint', ['notnull' => true]);
		$table->setPrimaryKey(['user_id', 'origin', 'item_key']);
		$table->addIndex(['user_id', 'item_key'], 'compagnon_tm_item');
	}
}
