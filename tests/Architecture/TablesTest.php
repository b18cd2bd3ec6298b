<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Architecture;

use OCA\Compagnon\Privacy\Table;
use OCA\Compagnon\Privacy\Tables;
use OCA\Compagnon\Tests\Fake\RecordedSchema;
use OCA\Compagnon\Tests\Fake\RecordedTable;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\TestCase;

/** Every table of the app is declared: what for, who reads it, how long, how it goes, what a person receives. */
#[CoversClass(Tables::class)]
#[CoversClass(Table::class)]
final class TablesTest extends TestCase {
	public function testEveryTableIsDeclaredAndEveryDeclarationIsTrue(): void {
		self::assertSame([], $this->faults(RecordedSchema::ofTheApp()->tables, (new Tables())->all()));
	}

	public function testTheStepsCanRunAgain(): void {
		$schema = RecordedSchema::ofTheApp();
		$before = serialize($schema->tables);
		foreach ((array)glob(__DIR__ . '/../../lib/Migration/Version*.php') as $file) {
			$class = 'OCA\\Compagnon\\Migration\\' . basename((string)$file, '.php');
			$step = new $class();
			self::assertInstanceOf(\OCP\Migration\SimpleMigrationStep::class, $step);
			$schema->run($step);
		}

		self::assertSame($before, serialize($schema->tables));
	}

	public function testNamesFitEveryDatabase(): void {
		foreach (RecordedSchema::ofTheApp()->tables as $table) {
			self::assertMatchesRegularExpression('/^compagnon_[a-z0-9_]{1,20}$/', $table->name);
			self::assertNotSame([], $table->primaryKey, "$table->name needs a primary key");
			foreach (array_keys($table->columns) as $column) {
				self::assertMatchesRegularExpression('/^[a-z][a-z0-9_]{0,29}$/', $column);
			}
		}
	}

	public function testWhatIsNotDeclaredIsFound(): void {
		$table = new RecordedTable('compagnon_secret');
		$table->addColumn('user_id', 'string');

		self::assertSame(['compagnon_secret is not declared'], $this->faults(['compagnon_secret' => $table], []));
		self::assertSame(
			['compagnon_secret has no column owner', 'compagnon_secret has no column words'],
			$this->faults(['compagnon_secret' => $table], [new Table('compagnon_secret', 'A purpose.', 'A reader.', 'A day.', 'owner', ['words'])]),
		);
		self::assertSame(
			['compagnon_secret: no purpose', 'compagnon_secret: no reader', 'compagnon_secret: no retention', 'compagnon_secret: a person receives nothing'],
			$this->faults(['compagnon_secret' => $table], [new Table('compagnon_secret', '', ' ', '', 'user_id', [])]),
		);
		self::assertSame(
			['compagnon_secret holds the id of an account (user_id) but is said to be about nobody'],
			$this->faults(['compagnon_secret' => $table], [new Table('compagnon_secret', 'A purpose.', 'A reader.', 'A day.', null, [])]),
		);
		self::assertSame(
			['compagnon_secret has no column run_id', 'compagnon_secret has no column started_by', 'compagnon_secret: a person receives nothing'],
			$this->faults(['compagnon_secret' => new RecordedTable('compagnon_secret')], [new Table('compagnon_secret', 'a.', 'b.', 'c.', null, [], ['column' => 'run_id', 'table' => 'x'], ['started_by'])]),
		);
		self::assertSame(['compagnon_gone is declared but no step makes it'], $this->faults([], [new Table('compagnon_gone', 'a.', 'b.', 'c.', null, [])]));
	}

	/**
	 * @param array<string, RecordedTable> $made
	 * @param list<Table> $declared
	 * @return list<string>
	 */
	private function faults(array $made, array $declared): array {
		$faults = [];
		$names = array_map(static fn (Table $table): string => $table->name, $declared);
		foreach (array_diff(array_keys($made), $names) as $name) {
			$faults[] = "$name is not declared";
		}
		foreach ($declared as $table) {
			$faults = [...$faults, ...(isset($made[$table->name]) ? $this->untruths($table, $made[$table->name]) : ["$table->name is declared but no step makes it"])];
		}
		return $faults;
	}

	/** @return list<string> */
	private function untruths(Table $table, RecordedTable $made): array {
		$faults = [];
		foreach (['purpose' => $table->purpose, 'reader' => $table->reader, 'retention' => $table->retention] as $fact => $words) {
			if (trim($words) === '') {
				$faults[] = "$table->name: no $fact";
			}
		}
		foreach ([...array_filter([$table->person, $table->parent['column'] ?? null]), ...$table->exported, ...$table->mentions] as $column) {
			if (!$made->hasColumn($column)) {
				$faults[] = "$table->name has no column $column";
			}
		}
		if (($table->person !== null || $table->parent !== null) && $table->exported === []) {
			$faults[] = "$table->name: a person receives nothing";
		}
		if ($table->person === null && $made->hasColumn('user_id')) {
			$faults[] = "$table->name holds the id of an account (user_id) but is said to be about nobody";
		}
		return $faults;
	}
}
