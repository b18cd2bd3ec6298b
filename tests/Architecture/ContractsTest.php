<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Architecture;

use OCA\Compagnon\Tests\Architecture\Support\Sources;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\TestCase;

/** Each port has one contract, and each contract is held on the fake or the demo, and inside a Nextcloud. */
#[CoversNothing]
final class ContractsTest extends TestCase {
	/** Contracts of what the core itself has several of: no host adapts them. */
	private const OF_THE_CORE = ['SourceContract'];

	public function testEachPortHasItsContract(): void {
		self::assertSame(
			array_map(static fn (string $port): string => $port . 'Contract', self::names('lib/Port', '')),
			self::contracts(),
		);
	}

	public function testEachContractIsHeldByAdapters(): void {
		$here = implode("\n", Sources::in('tests/Contract'));
		$inside = implode("\n", Sources::in('tests/nextcloud'));
		$missing = [];
		foreach (self::contracts() as $contract) {
			foreach (['tests/Contract' => $here, 'tests/nextcloud' => $inside] as $folder => $sources) {
				if (preg_match("/ extends $contract\\b/", $sources) !== 1) {
					$missing[] = "$contract in $folder";
				}
			}
		}

		self::assertSame([], $missing);
	}

	/** @return list<string> */
	private static function contracts(): array {
		return array_values(array_diff(self::names('tests/Contract', 'Contract'), self::OF_THE_CORE));
	}

	/** @return list<string> names of the classes in a folder, those that end so */
	private static function names(string $folder, string $ending): array {
		$names = array_map(static fn (string $path): string => basename($path, '.php'), array_keys(Sources::in($folder)));
		return array_values(array_filter($names, static fn (string $name): bool => str_ends_with($name, $ending)));
	}
}
