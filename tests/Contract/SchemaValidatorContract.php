<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Contract;

use OCA\Compagnon\Port\SchemaValidator;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** What every SchemaValidator has to do. */
abstract class SchemaValidatorContract extends TestCase {
	private const SCHEMA = '{
		"type": "object", "additionalProperties": false, "required": ["name"],
		"properties": {
			"name": {"type": "string", "pattern": "^[a-zé]+$", "maxLength": 5},
			"number": {"type": ["integer", "null"], "minimum": 1},
			"list": {"type": "array", "maxItems": 2, "items": {"$ref": "#/$defs/item"}},
			"either": {"anyOf": [{"type": "boolean"}, {"type": "object", "required": ["deep"]}]}
		},
		"$defs": {"item": {"type": "object", "required": ["id"], "dependentRequired": {"a": ["b"]}, "properties": {"id": {"enum": ["x", "y"]}}}}
	}';

	abstract protected function validator(): SchemaValidator;

	/** @return iterable<string, array{string, ?string}> data, and the field that is at fault */
	public static function cases(): iterable {
		yield 'fine' => ['{"name": "été"}', null];
		yield 'all of it' => ['{"name": "a", "number": null, "list": [{"id": "x"}], "either": {"deep": 1}}', null];
		yield 'not an object' => ['[]', ''];
		yield 'missing' => ['{}', 'name'];
		yield 'unknown' => ['{"name": "a", "colour": 1}', 'colour'];
		yield 'wrong kind' => ['{"name": 1}', 'name'];
		yield 'pattern' => ['{"name": "A"}', 'name'];
		yield 'a line break at the end' => ['{"name": "a\n"}', 'name'];
		yield 'too long, in characters' => ['{"name": "éééééé"}', 'name'];
		yield 'just short enough, in characters' => ['{"name": "ééééé"}', null];
		yield 'too small' => ['{"name": "a", "number": 0}', 'number'];
		yield 'too many' => ['{"name": "a", "list": [{"id": "x"}, {"id": "x"}, {"id": "x"}]}', 'list'];
		yield 'deep, not one of them' => ['{"name": "a", "list": [{"id": "x"}, {"id": "z"}]}', 'list.1.id'];
		yield 'deep, missing' => ['{"name": "a", "list": [{}]}', 'list.0.id'];
	}

	#[DataProvider('cases')]
	public function testNamesTheField(string $data, ?string $field): void {
		$faults = $this->validator()->faults(json_decode($data, flags: JSON_THROW_ON_ERROR), $this->schema());

		self::assertSame($field, $faults[0]['field'] ?? null);
		foreach ($faults as $fault) {
			self::assertNotSame('', $fault['reason']);
			self::assertStringNotContainsString('{', $fault['reason']);
		}
	}

	public function testWhatDependsOnAnotherFieldIsChecked(): void {
		$data = json_decode('{"name": "a", "list": [{"id": "x", "a": 1}]}', flags: JSON_THROW_ON_ERROR);

		self::assertSame(['list.0.b', 'dependentRequired'], $this->first($data));
	}

	public function testNamesThePartOfTheSchema(): void {
		self::assertSame(['name', 'required'], $this->first((object)[]));
		self::assertSame(['colour', 'additionalProperties'], $this->first((object)['name' => 'a', 'colour' => 1]));
		self::assertSame(['name', 'type'], $this->first((object)['name' => 1]));
		self::assertSame(['name', 'pattern'], $this->first((object)['name' => 'A']));
	}

	public function testOfSeveralWaysAtLeastOneHasToFit(): void {
		$data = json_decode('{"name": "a", "either": 3}', flags: JSON_THROW_ON_ERROR);

		self::assertSame('either', $this->validator()->faults($data, $this->schema())[0]['field'] ?? null);
	}

	public function testASchemaMayBeAFile(): void {
		$file = __DIR__ . '/../../resources/schema/texts.json';

		self::assertSame([], $this->validator()->faults((object)['a.b' => 'Words'], $file));
		self::assertNotSame([], $this->validator()->faults((object)['a.b' => '<script>'], $file));
	}

	public function testOneSchemaDoesNotTouchTheNext(): void {
		$validator = $this->validator();
		$validator->faults((object)[], $this->schema());

		self::assertSame([], $validator->faults((object)['name' => 1], (object)['type' => 'object']));
	}

	/** @return array{string, string}|null field and keyword of the first fault */
	private function first(mixed $data): ?array {
		$fault = $this->validator()->faults($data, $this->schema())[0] ?? null;
		return $fault === null ? null : [$fault['field'], $fault['keyword']];
	}

	private function schema(): object {
		return (object)json_decode(self::SCHEMA, flags: JSON_THROW_ON_ERROR);
	}
}
