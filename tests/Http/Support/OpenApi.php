<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Http\Support;

use OCA\Compagnon\Content\OpisSchemaValidator;
use PHPUnit\Framework\Assert;

/** openapi.json, what of it was seen, and whether an answer is as it says. */
final class OpenApi {
	/** @var array<string, array<int, true>> operation to the statuses that were seen and found right */
	public static array $seen = [];
	private static ?\stdClass $document = null;

	/** @return array<string, Operation> by id */
	public static function operations(): array {
		$operations = [];
		foreach ((array)self::document()->paths as $path => $verbs) {
			foreach ((array)$verbs as $verb => $operation) {
				$operations[$operation->operationId] = new Operation(
					$operation->operationId,
					strtoupper($verb),
					(string)$path,
					isset($operation->requestBody),
					array_map('intval', array_keys((array)$operation->responses)),
					($operation->security ?? null) === [],
				);
			}
		}
		return $operations;
	}

	/** Holds an answer to what the operation says of this status: documented, right kind, right body, not kept anywhere. */
	public static function check(string $operationId, Answer $answer): void {
		$operation = self::operations()[$operationId];
		$what = "$operationId answered $answer->status: " . substr($answer->body, 0, 600);
		Assert::assertContains($answer->status, $operation->statuses, "$what\nThis status is not in openapi.json.");
		Assert::assertStringContainsString('no-store', $answer->header('cache-control'), $what);
		Assert::assertStringContainsString('nosniff', $answer->header('x-content-type-options'), $what);
		$schema = self::schema($operation, $answer->status);
		if ($schema !== null) {
			Assert::assertMatchesRegularExpression('#^application/json(; ?charset=utf-8)?$#i', $answer->header('content-type'), $what);
			$faults = (new OpisSchemaValidator())->faults(json_decode($answer->body, flags: JSON_THROW_ON_ERROR), $schema);
			Assert::assertSame([], $faults, $what);
		}
		self::$seen[$operationId][$answer->status] = true;
	}

	/** @return ?object null when the contract promises no body */
	private static function schema(Operation $operation, int $status): ?object {
		$response = self::document()->paths->{$operation->path}->{strtolower($operation->method)}->responses->{(string)$status};
		if (isset($response->{'$ref'})) {
			$response = self::document()->components->responses->{basename($response->{'$ref'})};
		}
		if (!isset($response->content)) {
			return null;
		}
		// With the components beside it, so that its references lead somewhere.
		return (object)['components' => self::document()->components, 'allOf' => [$response->content->{'application/json'}->schema]];
	}

	private static function document(): \stdClass {
		if (self::$document === null) {
			$document = json_decode((string)file_get_contents(__DIR__ . '/../../../openapi.json'), flags: JSON_THROW_ON_ERROR);
			self::$document = $document instanceof \stdClass ? $document : throw new \LogicException('openapi.json is no object');
		}
		return self::$document;
	}
}
