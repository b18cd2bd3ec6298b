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
 */
final class RequestContract {
	/** Parameters that belong to the platform, not to us. */
	private const FOREIGN = ['_route', 'format', 'requesttoken'];

	private ?\stdClass $document = null;

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
		$schema = $this->schema($operationId);
		$given = array_diff_key($parameters, array_flip(self::FOREIGN));
		$faults = $this->validator->faults(self::asJson($given), $schema);
		if ($faults === []) {
			return;
		}
		$field = explode('.', $faults[0]['field'])[0];
		throw match (true) {
			!property_exists($schema->properties, $field) => Invalid::unknown($field),
			!array_key_exists($field, $given) => Invalid::missing($field),
			default => $this->misfit($schema, $field, $given[$field]),
		};
	}

	private function misfit(object $schema, string $field, mixed $value): Invalid {
		$limit = $schema->properties->{$field}->maxLength ?? null;
		return is_int($limit) && is_string($value) && mb_strlen($value) > $limit
			? Invalid::tooLong($field, $limit)
			: Invalid::kind($field);
	}

	/** @return object{properties: \stdClass} one schema over all parameters of the operation */
	private function schema(string $operationId): object {
		$operation = $this->operation($operationId);
		$body = $operation->requestBody->content->{'application/json'}->schema ?? new \stdClass();
		$properties = (array)($body->properties ?? []);
		$required = $body->required ?? [];
		foreach ($operation->parameters as $parameter) {
			if ($parameter->in !== 'header') {
				$properties[$parameter->name] = $parameter->schema;
				$required = $parameter->required ? [...$required, $parameter->name] : $required;
			}
		}
		return (object)[
			'type' => 'object',
			'additionalProperties' => false,
			'required' => $required,
			'properties' => (object)array_map($this->resolved(...), $properties),
		];
	}

	private function resolved(object $schema): object {
		$name = isset($schema->{'$ref'}) ? basename($schema->{'$ref'}) : null;
		return $name === null ? $schema : $this->document()->components->schemas->{$name};
	}

	private function operation(string $operationId): object {
		foreach ((array)$this->document()->paths as $path) {
			foreach ((array)$path as $operation) {
				if ($operation->operationId === $operationId) {
					return $operation;
				}
			}
		}
		throw new \LogicException("openapi.json has no operation $operationId");
	}

	private function document(): \stdClass {
		return $this->document ??= json_decode((string)file_get_contents($this->file), flags: JSON_THROW_ON_ERROR);
	}

	/** @param array<array-key, mixed> $value */
	private static function asJson(array $value): object {
		return (object)json_decode(json_encode((object)$value, JSON_THROW_ON_ERROR), flags: JSON_THROW_ON_ERROR);
	}
}
