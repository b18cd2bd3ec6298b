<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Http\Support;

use PHPUnit\Framework\TestCase;

/** Sends requests to the API as the front end does, and holds every answer to openapi.json. */
abstract class HttpTestCase extends TestCase {
	protected const TOUR = 'files-first-steps';

	/** @var array<string, Person> */
	private static array $shared = [];

	/** @return iterable<string, array{string}> */
	final public static function operations(): iterable {
		foreach (array_keys(OpenApi::operations()) as $id) {
			yield $id => [$id];
		}
	}

	/** @return iterable<string, array{string}> those for people who are logged in */
	final public static function operationsOfMembers(): iterable {
		foreach (OpenApi::operations() as $id => $operation) {
			if (!$operation->isPublic) {
				yield $id => [$id];
			}
		}
	}

	/**
	 * Somebody for tests that do not depend on where they stand.
	 *
	 * @param 'member'|'delegate'|'admin' $role
	 */
	final protected static function shared(string $role): Person {
		return self::$shared[$role] ??= Space::get()->person($role);
	}

	/** Somebody of the role that the operation needs. */
	final protected static function sharedFor(string $operation): Person {
		return self::shared(OpenApi::operations()[$operation]->isAdmin() ? 'admin' : 'member');
	}

	/**
	 * @param array<array-key, mixed>|string|null $body text is sent as it is; null for one that the contract accepts
	 * @param array<string, string> $parameters of the path
	 */
	final protected static function call(Person $person, string $operation, array|string|null $body = null, array $parameters = []): Answer {
		$headers = ['requesttoken' => $person->browser->token, 'OCS-APIRequest' => 'true'];
		$answer = self::raw($person->browser, $operation, $headers, $body, $parameters);
		OpenApi::check($operation, $answer);
		return $answer;
	}

	/**
	 * @param array<string, string> $headers
	 * @param array<array-key, mixed>|string|null $body
	 * @param array<string, string> $parameters
	 */
	final protected static function raw(Browser $browser, string $operation, array $headers, array|string|null $body = null, array $parameters = [], string $query = ''): Answer {
		[$method, $address, $headers, $text] = self::request($operation, $headers, $body, $parameters);
		return $browser->send($method, $address . $query, $headers, $text);
	}

	/**
	 * @param array<string, string> $headers
	 * @param array<array-key, mixed>|string|null $body
	 * @param array<string, string> $parameters
	 * @return array{string, string, array<string, string>, string} method, address, headers, body
	 */
	final protected static function request(string $name, array $headers, array|string|null $body = null, array $parameters = []): array {
		$operation = OpenApi::operations()[$name];
		$text = match (true) {
			is_string($body) => $body,
			$body === null && !$operation->hasBody => '',
			default => json_encode((object)($body ?? $operation->body()), JSON_THROW_ON_ERROR),
		};
		return [$operation->method, $operation->address($parameters), $headers + ($text === '' ? [] : ['Content-Type' => 'application/json']), $text];
	}

	/** A refusal with its kind and a sentence for the person. */
	final protected static function assertRefused(int $status, string $error, Answer $answer): void {
		self::assertSame($status, $answer->status, $answer->body);
		$data = $answer->data();
		self::assertSame($error, $data['error'] ?? null);
		self::assertIsString($data['message'] ?? null);
		self::assertMatchesRegularExpression('/^\p{Lu}.{10,}[.!?]$/u', $data['message']);
		self::assertStringNotContainsString('{', $data['message']);
	}

	/** Bad input, and the field that is at fault. */
	final protected static function assertInvalid(string $field, Answer $answer): void {
		self::assertRefused(400, 'invalid', $answer);
		self::assertSame($field, $answer->data()['field'] ?? null);
	}
}
