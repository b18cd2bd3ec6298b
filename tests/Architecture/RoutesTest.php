<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Architecture;

use OCA\Compagnon\Controller\Http\PlainFields;
use OCA\Compagnon\Controller\Http\Unlogged;
use OCA\Compagnon\Tests\Architecture\Support\Sources;
use OCP\AppFramework\Http\Attribute\ApiRoute;
use OCP\AppFramework\Http\Attribute\AuthorizedAdminSetting;
use OCP\AppFramework\Http\Attribute\NoAdminRequired;
use OCP\AppFramework\Http\Attribute\NoCSRFRequired;
use OCP\AppFramework\Http\Attribute\PublicPage;
use OCP\AppFramework\Http\Attribute\UserRateLimit;
use OCP\AppFramework\OCSController;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\TestCase;

/** The routes of the controllers and openapi.json say the same. */
#[CoversNothing]
final class RoutesTest extends TestCase {
	private const PREFIX = '/ocs/v2.php/apps/compagnon';

	public function testEveryRouteIsAnOperationAndEveryOperationARoute(): void {
		self::assertSame($this->documented(), $this->routes());
	}

	public function testParametersOfARouteAreThoseOfTheMethodAndOfTheContract(): void {
		foreach ($this->methods() as $id => $method) {
			$operation = $this->operations()[$id];
			$documented = array_map(
				static fn (array $parameter): string => (string)$parameter['name'],
				array_filter($operation['parameters'], static fn (array $parameter): bool => $parameter['in'] !== 'header'),
			);
			$properties = array_keys($operation['requestBody']['content']['application/json']['schema']['properties'] ?? []);
			$taken = array_map(static fn (\ReflectionParameter $parameter): string => $parameter->getName(), $method->getParameters());

			self::assertSame([...array_values($documented), ...$properties], $taken, $id);
		}
	}

	public function testParametersOfTheBodyComeUnchecked(): void {
		foreach ($this->methods() as $id => $method) {
			preg_match_all('/\{(\w+)\}/', $this->route($method)->getUrl(), $inPath);
			foreach ($method->getParameters() as $parameter) {
				$type = $parameter->getType();
				$expected = in_array($parameter->getName(), $inPath[1], true) ? 'string' : 'mixed';
				self::assertSame($expected, $type instanceof \ReflectionNamedType ? $type->getName() : null, "$id \${$parameter->getName()}");
				self::assertSame($expected === 'mixed', $parameter->isOptional(), "$id \${$parameter->getName()}");
			}
		}
	}

	public function testEveryRouteSaysWhoMayUseItAndIsSafeFromForeignForms(): void {
		foreach ($this->methods() as $id => $method) {
			$isForMembers = $method->getAttributes(NoAdminRequired::class) !== [];
			$isDelegable = $method->getAttributes(AuthorizedAdminSetting::class) !== [];
			$isPublic = $method->getAttributes(PublicPage::class) !== [];
			self::assertSame(1, (int)$isForMembers + (int)$isDelegable + (int)$isPublic, $id);
			// What other servers ask has no session, and so no token: nobody's browser gives it a power that it has not.
			self::assertSame($isPublic, $method->getAttributes(NoCSRFRequired::class) !== [], $id);
			self::assertSame($isPublic, ($this->operations()[$id]['security'] ?? null) === [], $id);
			self::assertTrue(!$isDelegable || isset($this->operations()[$id]['responses'][403]), $id);
		}
	}

	public function testWhatAMemberChangesIsLimitedAndSaysSo(): void {
		foreach ($this->methods() as $id => $method) {
			$isLimited = $method->getAttributes(UserRateLimit::class) !== [];
			if ($this->route($method)->getVerb() !== 'GET' && $method->getAttributes(NoAdminRequired::class) !== []) {
				self::assertTrue($isLimited, "$id changes something without a limit");
			}
			self::assertTrue(!$isLimited || isset($this->operations()[$id]['responses'][429]), $id);
		}
	}

	public function testNoPublicRouteHasThePlatformKeepAnAddress(): void {
		foreach ($this->methods() as $id => $method) {
			if ($method->getAttributes(PublicPage::class) !== []) {
				self::assertSame([ApiRoute::class, NoCSRFRequired::class, PublicPage::class], $this->sorted($method), $id);
				self::assertTrue(is_subclass_of($method->class, Unlogged::class), $id);
			}
		}
	}

	/** @return array<string, string> operation to "VERB path", by id */
	private function documented(): array {
		$documented = array_map(static fn (array $operation): string => $operation['verb'] . ' ' . $operation['path'], $this->operations());
		ksort($documented);
		return $documented;
	}

	/** @return array<string, string> */
	private function routes(): array {
		$routes = [];
		foreach ($this->methods() as $id => $method) {
			$route = $this->route($method);
			$routes[$id] = $route->getVerb() . ' ' . self::PREFIX . $route->getUrl();
		}
		ksort($routes);
		return $routes;
	}

	private function route(\ReflectionMethod $method): ApiRoute {
		$attributes = $method->getAttributes(ApiRoute::class);
		self::assertCount(1, $attributes, "$method->class::$method->name");
		return $attributes[0]->newInstance();
	}

	public function testFieldsThatAreCheckedWithoutTheContractAreThoseOfTheContract(): void {
		foreach (PlainFields::OF as $id => $fields) {
			$body = $this->operations()[$id]['requestBody']['content']['application/json']['schema'];
			self::assertSame(array_keys($fields), $body['required'], $id);
			self::assertSame($fields, array_map(static fn (array $property): string => $property['pattern'] ?? '', $body['properties']), $id);
			foreach ($body['properties'] as $property) {
				self::assertSame([], array_diff(array_keys($property), ['type', 'pattern', 'description']), $id);
				self::assertSame('string', $property['type'], $id);
			}
		}
	}

	/** @return list<string> its attributes */
	private function sorted(\ReflectionMethod $method): array {
		$names = array_map(static fn (\ReflectionAttribute $attribute): string => $attribute->getName(), $method->getAttributes());
		sort($names);
		return $names;
	}

	/** @return array<string, \ReflectionMethod> public methods of the API's controllers, by operation */
	private function methods(): array {
		$methods = [];
		foreach (array_keys(Sources::in('lib/Controller')) as $path) {
			$class = 'OCA\\Compagnon\\' . strtr(substr($path, 4, -4), '/', '\\');
			if (is_subclass_of($class, OCSController::class)) {
				foreach ((new \ReflectionClass($class))->getMethods(\ReflectionMethod::IS_PUBLIC) as $method) {
					if ($method->class === $class && !$method->isConstructor()) {
						$methods[strtolower(basename($path, 'Controller.php')) . '-' . $method->name] = $method;
					}
				}
			}
		}
		self::assertNotSame([], $methods);
		return $methods;
	}

	/** @return array<string, array<string, mixed>> by id */
	private function operations(): array {
		$document = json_decode((string)file_get_contents(Sources::ROOT . '/openapi.json'), true, flags: JSON_THROW_ON_ERROR);
		self::assertIsArray($document);
		$operations = [];
		foreach ($document['paths'] as $path => $verbs) {
			foreach ($verbs as $verb => $operation) {
				$operations[$operation['operationId']] = $operation + ['verb' => strtoupper($verb), 'path' => $path];
			}
		}
		return $operations;
	}
}
