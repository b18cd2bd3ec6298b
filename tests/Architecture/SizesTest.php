<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Architecture;

use OCA\Compagnon\Tests\Architecture\Support\Sizes;
use OCA\Compagnon\Tests\Architecture\Support\Sources;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\TestCase;

/** Small classes, small methods, and a licence on each file. */
#[CoversNothing]
final class SizesTest extends TestCase {
	private const CLASS_LINES = 300;
	private const METHOD_LINES = 30;

	/** Methods that are longer, and why. */
	private const LONGER = [
		'Shell::document' => 'one page of HTML, read more easily in one piece',
	];

	public function testNothingIsLongerThanItsBudget(): void {
		$found = [];
		foreach (Sources::in('lib', 'demo/src', 'demo/ocp', 'tests') as $path => $source) {
			$found = [...$found, ...$this->tooLong($path, $source)];
		}

		self::assertSame([], $found);
	}

	public function testTheDemoStaysSmall(): void {
		$lines = array_sum(array_map(static fn (string $source): int => substr_count($source, "\n"), Sources::in('demo/src', 'demo/ocp', 'demo/public')));

		// Beside Files it has the small pages, with real storage behind them, on which the quests of a story are done.
		self::assertLessThan(7400, $lines);
	}

	public function testEveryFileCarriesItsLicence(): void {
		$found = [];
		foreach (Sources::in('lib', 'demo/src', 'demo/ocp', 'demo/public', 'tests') as $path => $source) {
			$head = substr($source, 0, 400);
			if (!str_contains($head, 'SPDX-FileCopyrightText: ') || !str_contains($head, 'SPDX-License-Identifier: AGPL-3.0-or-later')) {
				$found[] = $path;
			}
			if (!str_contains($head, 'declare(strict_types=1);') && !str_starts_with($path, 'lib/../')) {
				$found[] = "$path is not strict";
			}
		}

		self::assertSame([], $found);
	}

	public function testWhatIsTooLongIsFound(): void {
		$method = "\tpublic function long(): void {\n" . str_repeat("\t\t\$text = \"{\$this->a} \$b\";\n", 29) . "\t}\n\n\tabstract function short(): void;\n";
		self::assertSame(['p.php Planted::long 31'], $this->tooLong('p.php', "<?php\nabstract class Planted {\n$method}\n"));
		self::assertSame([], $this->tooLong('p.php', "<?php\nclass Planted {\n" . str_replace(str_repeat("\t\t\$text = \"{\$this->a} \$b\";\n", 2), "\t\t\$a = static fn () => 1;\n", substr($method, 0, -36)) . "}\n"));
		self::assertSame(['p.php Planted 301'], $this->tooLong('p.php', "<?php\nclass Planted {\n" . str_repeat("\tpublic int \$a;\n", 299) . "}\n"));
	}

	/** @return list<string> */
	private function tooLong(string $path, string $source): array {
		$found = [];
		foreach ((new Sizes())->of($source) as $name => $lines) {
			$budget = str_contains($name, '::') ? self::METHOD_LINES : self::CLASS_LINES;
			if ($lines > $budget && !isset(self::LONGER[$name])) {
				$found[] = "$path $name $lines";
			}
		}
		return $found;
	}
}
