<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Demo\App;

/** Makes objects from the types in their constructors. */
final class Container {
	/** @var array<string, object> */
	private array $made = [];
	/** @var array<string, \Closure(self): object> */
	private array $later = [];

	/**
	 * @param array<class-string, class-string> $aliases interface to class
	 * @param array<string, string> $values constructor parameters that are text, by name
	 */
	public function __construct(
		private readonly array $aliases,
		private readonly array $values,
	) {
	}

	/** @param class-string $type */
	public function set(string $type, object $object): void {
		$this->made[$type] = $object;
	}

	/**
	 * @param class-string $type
	 * @param \Closure(self): object $make called when it is first asked for
	 */
	public function later(string $type, \Closure $make): void {
		$this->later[$type] = $make;
	}

	/**
	 * @template T of object
	 * @param class-string<T> $type
	 * @return T
	 */
	public function get(string $type): object {
		$class = $this->aliases[$type] ?? $type;
		$object = $this->made[$class] ??= $this->make($class);
		return $object instanceof $type ? $object : throw new \LogicException("$class is not a $type");
	}

	/** @param class-string $class */
	private function make(string $class): object {
		if (isset($this->later[$class])) {
			return $this->later[$class]($this);
		}
		$reflection = new \ReflectionClass($class);
		if (!$reflection->isInstantiable()) {
			throw new \LogicException("Nothing is registered for $class");
		}
		$parameters = $reflection->getConstructor()?->getParameters() ?? [];
		return $reflection->newInstanceArgs(array_map($this->argument(...), $parameters));
	}

	private function argument(\ReflectionParameter $parameter): mixed {
		$type = $parameter->getType();
		if ($type instanceof \ReflectionNamedType && !$type->isBuiltin()) {
			/** @var class-string $name */
			$name = $type->getName();
			return $this->get($name);
		}
		return match (true) {
			isset($this->values[$parameter->getName()]) => $this->values[$parameter->getName()],
			$parameter->isDefaultValueAvailable() => $parameter->getDefaultValue(),
			default => throw new \LogicException("No value for \${$parameter->getName()}"),
		};
	}
}
