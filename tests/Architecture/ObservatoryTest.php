<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Architecture;

use OCA\Compagnon\Tests\Architecture\Support\NameScanner;
use OCA\Compagnon\Tests\Architecture\Support\Sources;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\TestCase;

/** Registry, collector and publisher know nothing of one another, so that they could be run by three parties. */
#[CoversNothing]
final class ObservatoryTest extends TestCase {
	private const PARTS = ['Registry', 'Collector', 'Publisher'];

	/** Classes that hold keys, and who may use them. */
	private const KEYS = [
		'IssuerSeeds' => ['Registry', 'Collector'],
		'SealingKeys' => ['Collector'],
		'ReceiptKey' => ['Collector'],
		'SigningKeys' => ['Publisher'],
		'KeyStore' => [],
		'RotateKey' => [],
	];

	public function testThePartsDoNotKnowOneAnother(): void {
		$found = [];
		foreach (self::PARTS as $part) {
			foreach (self::sources("lib/Observatory/$part") as $path => $source) {
				$found = [...$found, ...self::breaches($part, $path, $source)];
			}
		}

		self::assertSame([], $found);
	}

	public function testTheSpaceDoesNotKnowTheObservatory(): void {
		$found = [];
		foreach ([...self::sources('lib/Survey'), ...self::sources('lib/Openl')] as $path => $source) {
			foreach ((new NameScanner())->names($source) as $name => $line) {
				if (str_starts_with($name, 'OCA\\Compagnon\\Observatory\\')) {
					$found[] = "$path:$line $name";
				}
			}
		}

		self::assertSame([], $found);
	}

	public function testABreachIsFound(): void {
		self::assertSame(
			['p.php:3 OCA\Compagnon\Observatory\Collector\Reports', 'p.php:4 OCA\Compagnon\Observatory\SealingKeys', 'p.php: compagnon_collector_report'],
			self::breaches('Registry', 'p.php', "<?php\nnamespace OCA\\Compagnon\\Observatory\\Registry;\nuse OCA\\Compagnon\\Observatory\\Collector\\Reports;\nuse OCA\\Compagnon\\Observatory\\SealingKeys;\n\$sql = 'SELECT * FROM *PREFIX*compagnon_collector_report';\n"),
		);
		self::assertSame([], self::breaches('Collector', 'p.php', "<?php\nuse OCA\\Compagnon\\Observatory\\SealingKeys;\n\$sql = 'SELECT * FROM *PREFIX*compagnon_collector_report';\n"));
	}

	/** @return array<string, string> */
	private static function sources(string $folder): array {
		return is_dir(Sources::ROOT . "/$folder") ? Sources::in($folder) : [];
	}

	/** @return list<string> */
	private static function breaches(string $part, string $path, string $source): array {
		$others = array_diff(self::PARTS, [$part]);
		$keys = array_keys(array_filter(self::KEYS, static fn (array $who): bool => !in_array($part, $who, true)));
		$forbidden = '/^OCA\\\\Compagnon\\\\Observatory\\\\((' . implode('|', $others) . ')\\\\|(' . implode('|', $keys) . ')$)/';
		$found = [];
		foreach ((new NameScanner())->names($source) as $name => $line) {
			if (preg_match($forbidden, $name) === 1) {
				$found[] = "$path:$line $name";
			}
		}
		preg_match_all('/compagnon_(' . strtolower(implode('|', $others)) . ')_\w+/', $source, $tables);
		return [...$found, ...array_map(static fn (string $table): string => "$path: $table", $tables[0])];
	}
}
