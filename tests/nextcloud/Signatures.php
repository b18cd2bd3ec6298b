<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Nextcloud;

/**
 * What of a class its users depend on, as plain data, so that two processes can compare the same class.
 *
 * @phpstan-type Signature array{kind: string, parent: ?string, constants: array<string, mixed>, methods: array<string, array<string, mixed>>, attribute: ?array<array-key, mixed>}
 */
final class Signatures {
	/**
	 * @param class-string $class
	 * @return Signature
	 */
	public static function of(string $class): array {
		$reflection = new \ReflectionClass($class);
		$methods = [];
		foreach ($reflection->getMethods(\ReflectionMethod::IS_PUBLIC | \ReflectionMethod::IS_PROTECTED) as $method) {
			$methods[$method->name] = self::method($method);
		}
		ksort($methods);
		$attributes = $reflection->getAttributes(\Attribute::class);
		return [
			'kind' => match (true) {
				$reflection->isInterface() => 'interface',
				$reflection->isAbstract() => 'abstract class',
				default => 'class',
			},
			'parent' => ($reflection->getParentClass() ?: null)?->name,
			'constants' => $reflection->getConstants(\ReflectionClassConstant::IS_PUBLIC),
			'methods' => $methods,
			'attribute' => $attributes === [] ? null : $attributes[0]->getArguments() + [\Attribute::TARGET_ALL],
		];
	}

	/** @return array<string, mixed> */
	private static function method(\ReflectionMethod $method): array {
		$parameters = [];
		foreach ($method->getParameters() as $parameter) {
			$parameters[] = [
				'name' => $parameter->getName(),
				'type' => self::type($parameter->getType(), $method),
				'default' => $parameter->isDefaultValueAvailable() ? json_encode($parameter->getDefaultValue()) : null,
				'variadic' => $parameter->isVariadic(),
				'reference' => $parameter->isPassedByReference(),
			];
		}
		return [
			'visibility' => $method->isPublic() ? 'public' : 'protected',
			'static' => $method->isStatic(),
			'final' => $method->isFinal(),
			'abstract' => $method->isAbstract(),
			'parameters' => $parameters,
			'returns' => self::type($method->getReturnType(), $method),
		];
	}

	private static function type(?\ReflectionType $type, \ReflectionMethod $method): ?string {
		return $type === null ? null : str_replace('self', $method->class, (string)$type);
	}
}
