<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Controller\Http;

use OCA\Compagnon\Error\Invalid;
use OCA\Compagnon\Port\SchemaValidator;

/**
 * Checks the parameters of a request against openapi.json before any use case sees them: the platform would turn the
 * text "zwei" into 0 for an int, and an array into an error 500.
 *
 * @phpstan-type Property array<string, mixed>
 * @phpstan-type Body array{properties?: array<string, Property>, required?: list<string>}
 * @phpstan-type Operation array{operationId: string, parameters: list<array{name: string, in: string, required?: bool, schema: Property}>, requestBody?: array{content: array<string, array{schema: Body}>}}
 * @phpstan-type Document array{paths: array<string, array<string, Operation>>, components: array{schemas: array<string, Property>}}
 */
final class RequestContract {
	/** Parameters that belong to the platform, not to us. */
	private const FOREIGN = ['_route', 'format', 'requesttoken'];

	/** @var Document|null */
	private ?array $document = null;

	public function __construct(
		private readonly SchemaValidator $validator,
		private readonly string $file = __DIR__ . '/../../../openapi.json',
	) {
	}

	/**
	 * @param string $operationId as in openapi.json, for instance "tour-move"
	 * @param array<array-key, mixed> $parameters from path, query and body
	 * @throws Invalid when one is missing, unknown or of the wrong kind
	 */
	public function check(string $operationId, array $parameters): void {
		$given = array_diff_key($parameters, array_flip(self::FOREIGN));
		if (isset(PlainFields::OF[$operationId])) {
			PlainFields::check(PlainFields::OF[$operationId], $given);
			return;
		}
		[$properties, $required] = $this->expected($this->operation($operationId));
		$data = new \stdClass();
		foreach ($given as $name => $value) {
			$field = (string)$name;
			$property = $properties[$field] ?? throw Invalid::unknown(mb_scrub($field, 'UTF-8'));
			$data->{$field} = self::asJson($field, $property, $value);
		}
		$faults = $this->validator->faults($data, $this->schema($properties, $required));
		if ($faults !== []) {
			$field = explode('.', $faults[0]['field'])[0];
			throw array_key_exists($field, $given) ? $this->misfit($properties[$field], $field, $given[$field]) : Invalid::missing($field);
		}
	}

	/** @param Property $property */
	private function misfit(array $property, string $field, mixed $value): Invalid {
		$limit = $property['maxLength'] ?? null;
		return is_int($limit) && is_string($value) && mb_strlen($value) > $limit
			? Invalid::tooLong($field, $limit)
			: Invalid::kind($field);
	}

	/**
	 * @param Operation $operation
	 * @return array{array<string, Property>, list<string>} what path, query and body may hold, and what they have to
	 */
	private function expected(array $operation): array {
		$body = $operation['requestBody']['content']['application/json']['schema'] ?? [];
		$properties = $body['properties'] ?? [];
		$required = $body['required'] ?? [];
		foreach ($operation['parameters'] as $parameter) {
			if ($parameter['in'] !== 'header') {
				$properties[$parameter['name']] = $parameter['schema'];
				$required = $parameter['required'] ?? false ? [...$required, $parameter['name']] : $required;
			}
		}
		return [array_map($this->resolved(...), $properties), $required];
	}

	/**
	 * @param array<string, Property> $properties
	 * @param list<string> $required
	 */
	private function schema(array $properties, array $required): object {
		$schema = ['type' => 'object', 'required' => $required, 'properties' => (object)$properties];
		return (object)json_decode(json_encode($schema, JSON_THROW_ON_ERROR), flags: JSON_THROW_ON_ERROR);
	}

	/**
	 * @param Property $property
	 * @return Property
	 */
	private function resolved(array $property): array {
		$reference = $property['$ref'] ?? null;
		return is_string($reference) ? $this->document()['components']['schemas'][basename($reference)] : $property;
	}

	/** @return Operation */
	private function operation(string $operationId): array {
		foreach ($this->document()['paths'] as $path) {
			foreach ($path as $operation) {
				if ($operation['operationId'] === $operationId) {
					return $operation;
				}
			}
		}
		throw new \LogicException("openapi.json has no operation $operationId");
	}

	/** @return Document */
	private function document(): array {
		if ($this->document === null) {
			/** @var Document $document */
			$document = json_decode((string)file_get_contents($this->file), true, flags: JSON_THROW_ON_ERROR);
			$this->document = $document;
		}
		return $this->document;
	}

	/**
	 * @param Property $property
	 * @throws Invalid when it cannot be JSON, or is a fraction or a number beyond the machine where a whole one belongs
	 */
	private static function asJson(string $field, array $property, mixed $value): mixed {
		if (is_float($value) && ($property['type'] ?? null) === 'integer') {
			throw Invalid::kind($field);
		}
		try {
			return json_decode(json_encode($value, JSON_THROW_ON_ERROR), flags: JSON_THROW_ON_ERROR);
		} catch (\JsonException) {
			throw Invalid::kind($field);
		}
	}
}
