<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Tour;

use OCA\Compagnon\Content\ContentReader;
use OCA\Compagnon\Content\Verdicts;
use OCA\Compagnon\Port\SchemaValidator;
use OCA\Compagnon\Tests\Fake\ForeignFolder;
use OCA\Compagnon\Tests\Fake\World;
use OCA\Compagnon\Tour\TourLibrary;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\TestCase;

/** A hundred tours of twenty steps. */
#[CoversClass(TourLibrary::class)]
#[CoversClass(Verdicts::class)]
#[CoversClass(ContentReader::class)]
final class ManyToursTest extends TestCase {
	private const MILLISECONDS = 300;

	private World $world;
	private ForeignFolder $folder;

	#[\Override]
	protected function setUp(): void {
		$this->world = new World();
		$this->folder = new ForeignFolder();
		$this->world->folders->paths = [$this->folder->path];
		for ($i = 1; $i <= 100; $i++) {
			$this->folder->write("tour-$i.json", ForeignFolder::tour("tour-$i", 20));
		}
		self::assertCount(102, $this->world->library()->all());
	}

	public function testTheListIsQuickOnceTheyWereChecked(): void {
		$begin = self::milliseconds();
		self::assertCount(101, $this->world->list()->list('nadia')['tours']);

		self::assertLessThan(self::MILLISECONDS, self::milliseconds() - $begin);
	}

	public function testOneOfThemIsQuick(): void {
		$begin = self::milliseconds();
		self::assertCount(20, $this->world->show()->show('nadia', 'tour-50')['steps']);
		self::assertSame('step-1', $this->world->start('nadia', 'tour-50')->step);

		self::assertLessThan(self::MILLISECONDS, self::milliseconds() - $begin);
	}

	public function testWhatWasCheckedIsNotCheckedAgain(): void {
		$validator = new class implements SchemaValidator {
			/** @var list<string> */
			public array $seen = [];

			#[\Override]
			public function faults(mixed $data, string|object $schema): array {
				$this->seen[] = $data instanceof \stdClass && is_string($data->id ?? null) ? $data->id : '';
				return [];
			}
		};
		self::assertCount(102, $this->world->library($validator)->all());
		self::assertSame([], $validator->seen);

		$this->folder->write('tour-7.json', ['minutes' => 6] + ForeignFolder::tour('tour-7', 20));
		self::assertCount(102, $this->world->library($validator)->all());
		self::assertSame(['tour-7'], $validator->seen);
	}

	/** Of this process alone: what else the machine has to do does not count. */
	private static function milliseconds(): float {
		$usage = getrusage();
		self::assertIsArray($usage);
		return ($usage['ru_utime.tv_sec'] + $usage['ru_stime.tv_sec']) * 1e3 + ($usage['ru_utime.tv_usec'] + $usage['ru_stime.tv_usec']) / 1e3;
	}
}
