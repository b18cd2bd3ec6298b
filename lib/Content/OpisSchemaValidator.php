<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Content;

use OCA\Compagnon\Port\SchemaValidator;
use Opis\JsonSchema\Errors\ErrorFormatter;
use Opis\JsonSchema\Errors\ValidationError;
use Opis\JsonSchema\Schema;
use Opis\JsonSchema\Validator;

/** JSON Schema by opis/json-schema, the one library that the released app carries. */
final class OpisSchemaValidator implements SchemaValidator {
	/** @var array<string, array{Validator, Schema}> schemas that were parsed before, by file: parsing costs more than validating */
	private array $parsed = [];

	#[\Override]
	public function faults(mixed $data, string|object $schema): array {
		[$validator, $schema] = is_string($schema) ? $this->parsed[$schema] ??= $this->parse($this->load($schema)) : $this->parse($schema);
		$error = $validator->validate($data, $schema)->error();
		return $error === null ? [] : $this->flatten($error);
	}

	private function load(string $file): object {
		$schema = json_decode((string)file_get_contents($file), flags: JSON_THROW_ON_ERROR);
		return is_object($schema) ? $schema : throw new \LogicException($file . ' is not a schema');
	}

	/** @return array{Validator, Schema} a validator of its own, so that schemas never meet */
	private function parse(object $schema): array {
		$validator = new Validator();
		return [$validator, $validator->loader()->loadObjectSchema($schema)];
	}

	/** @return list<array{field: string, keyword: string, reason: string}> */
	private function flatten(ValidationError $error): array {
		$formatter = new ErrorFormatter();
		return array_map(fn (ValidationError $leaf): array => [
			'field' => implode('.', [...$leaf->data()->fullPath(), ...$this->named($leaf)]),
			'keyword' => $leaf->keyword(),
			'reason' => $formatter->formatErrorMessage($leaf),
		], $this->leaves($error));
	}

	/** @return list<ValidationError> the innermost errors, which say what is really wrong */
	private function leaves(ValidationError $error): array {
		/** @var list<ValidationError> $inner */
		$inner = array_values($error->subErrors());
		return $inner === [] ? [$error] : array_merge(...array_map($this->leaves(...), $inner));
	}

	/**
	 * A missing or unknown property is an error of the object around it: the property's name is in the arguments.
	 *
	 * @return list<string>
	 */
	private function named(ValidationError $error): array {
		$names = match ($error->keyword()) {
			'required', 'dependentRequired' => $error->args()['missing'] ?? [],
			'additionalProperties' => $error->args()['properties'] ?? [],
			default => [],
		};
		return array_slice(array_values(array_filter((array)$names, 'is_string')), 0, 1);
	}
}
