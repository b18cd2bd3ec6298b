<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Nextcloud;

use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** Every stand-in of demo/ocp is, as far as it goes, what this Nextcloud has under the same name. */
#[CoversNothing]
final class StandInsTest extends TestCase {
	/** @return iterable<string, array{class-string, array<string, mixed>}> */
	public static function standIns(): iterable {
		exec(escapeshellarg(PHP_BINARY) . ' ' . escapeshellarg(__DIR__ . '/stand-ins.php'), $output, $status);
		$signatures = json_decode(implode("\n", $output), true);
		if ($status !== 0 || !is_array($signatures) || $signatures === []) {
			throw new \RuntimeException('The stand-ins could not be read: ' . implode("\n", $output));
		}
		foreach ($signatures as $class => $signature) {
			yield $class => [$class, $signature];
		}
	}

	/**
	 * @param class-string $class
	 * @param array<string, mixed> $standIn
	 */
	#[DataProvider('standIns')]
	public function testIsWhatTheServerHas(string $class, array $standIn): void {
		self::assertTrue(class_exists($class) || interface_exists($class), "This Nextcloud has no $class.");
		self::assertStringStartsWith(Support::root() . '/lib/public/', (string)(new \ReflectionClass($class))->getFileName());
		$real = json_decode(json_encode(Signatures::of($class), JSON_THROW_ON_ERROR), true, flags: JSON_THROW_ON_ERROR);
		self::assertIsArray($real);

		self::assertSame([], self::differences($standIn, $real));
	}

	public function testADifferenceIsFound(): void {
		$real = Signatures::of(Planted::class);
		self::assertSame([], self::differences($real, $real));
		foreach ([
			'kind' => 'abstract class',
			'parent' => 'Other',
			'constants' => ['ONE' => 2],
			'attribute' => [1],
			'methods' => ['gone' => []],
		] as $what => $value) {
			self::assertNotSame([], self::differences([$what => $value] + $real, $real), $what);
		}
		foreach (['name' => 'other', 'type' => 'string', 'default' => '3', 'variadic' => true] as $what => $value) {
			$changed = $real;
			$changed['methods']['act']['parameters'][0][$what] = $value;
			self::assertNotSame([], self::differences($changed, $real), $what);
		}
		$changed = $real;
		$changed['methods']['act']['returns'] = 'string';
		self::assertNotSame([], self::differences($changed, $real));
	}

	/**
	 * @param array<string, mixed> $standIn
	 * @param array<string, mixed> $real
	 * @return list<string>
	 */
	private static function differences(array $standIn, array $real): array {
		$differences = [];
		foreach (['kind', 'attribute'] as $fact) {
			if ($standIn[$fact] !== $real[$fact]) {
				$differences[] = "$fact: " . json_encode($standIn[$fact]) . ' here, ' . json_encode($real[$fact]) . ' there';
			}
		}
		if ($standIn['parent'] !== null && $standIn['parent'] !== $real['parent']) {
			$differences[] = "parent: {$standIn['parent']} here, {$real['parent']} there";
		}
		foreach ($standIn['constants'] as $name => $value) {
			if (!array_key_exists($name, $real['constants']) || $real['constants'][$name] !== $value) {
				$differences[] = "constant $name: " . json_encode($value) . ' here, ' . json_encode($real['constants'][$name] ?? null) . ' there';
			}
		}
		foreach ($standIn['methods'] as $name => $method) {
			$there = $real['methods'][$name] ?? null;
			$differences = [...$differences, ...(is_array($there) ? self::differencesOfMethod($name, $method, $there) : ["$name() is not there"])];
		}
		return $differences;
	}

	/**
	 * @param array<string, mixed> $here
	 * @param array<string, mixed> $there
	 * @return list<string>
	 */
	private static function differencesOfMethod(string $name, array $here, array $there): array {
		$differences = [];
		foreach (['visibility', 'static', 'final', 'abstract'] as $fact) {
			if ($here[$fact] !== $there[$fact]) {
				$differences[] = "$name() $fact: " . json_encode($here[$fact]) . ' here, ' . json_encode($there[$fact]) . ' there';
			}
		}
		// Return types only where both declare one: the server leaves many to its docblocks.
		if ($here['returns'] !== null && $there['returns'] !== null && $here['returns'] !== $there['returns']) {
			$differences[] = "$name(): {$here['returns']} here, {$there['returns']} there";
		}
		foreach (array_keys($here['parameters'] + $there['parameters']) as $i) {
			if (($here['parameters'][$i] ?? null) !== ($there['parameters'][$i] ?? null)) {
				$differences[] = "$name() parameter $i: " . json_encode($here['parameters'][$i] ?? null) . ' here, ' . json_encode($there['parameters'][$i] ?? null) . ' there';
			}
		}
		return $differences;
	}
}
