<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Database;

use OCA\Compagnon\Error\Refused;
use OCA\Compagnon\Observatory\Publisher\EraseRaw;
use OCA\Compagnon\Observatory\Publisher\FreezeWave;
use OCA\Compagnon\Observatory\Publisher\PublishWave;
use OCA\Compagnon\Observatory\Publisher\Release\BuildRelease;
use OCA\Compagnon\Observatory\Publisher\Release\ReleaseRepository;
use OCA\Compagnon\Observatory\Publisher\ShowRelease;
use OCA\Compagnon\Observatory\Publisher\VerifyReleases;
use OCA\Compagnon\Tests\Fake\FakeBallots;
use OCA\Compagnon\Tests\Fake\FakeWaves;
use OCA\Compagnon\Tests\Fake\FixedClock;
use OCA\Compagnon\Tests\Fake\MadeUpSurvey;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\TestWith;
use PHPUnit\Framework\TestCase;

/** Releases on the databases that an observatory is run on: byte for byte what was published. */
#[CoversClass(ReleaseRepository::class)]
final class ReleasesTest extends TestCase {
	/** @param 'COMPAGNON_MARIADB'|'COMPAGNON_POSTGRES' $server */
	#[TestWith(['COMPAGNON_MARIADB'])]
	#[TestWith(['COMPAGNON_POSTGRES'])]
	public function testWhatIsPublishedStaysAsItIs(string $server): void {
		$other = (new OtherDatabase($server))->withTables();
		$database = $other->database();
		$clock = new FixedClock(1_800_500_000);
		$waves = new FakeWaves([MadeUpSurvey::wave(), MadeUpSurvey::wave('deuxieme')]);
		$box = new FakeBallots(...MadeUpSurvey::answers());
		$releases = new ReleaseRepository($database);
		$freeze = new FreezeWave($waves, $releases, new BuildRelease($box, $box), $clock);
		$publish = new PublishWave($waves, $releases, $database, $clock);
		foreach (['nos-outils', 'deuxieme'] as $survey) {
			$freeze->freeze($survey, '2026-Q4');
			$release = $publish->publish($survey, '2026-Q4');
			self::assertSame($release->json(), (new ShowRelease(new ReleaseRepository($other->database())))->text($survey, '2026-Q4'));
		}
		try {
			$publish->publish('deuxieme', '2026-Q4');
			self::fail();
		} catch (Refused) {
		}

		self::assertSame(['releases' => 2, 'faults' => []], (new VerifyReleases($releases))->verify());
		$clock->now += 100 * 86_400;
		$erase = new EraseRaw($releases, $box, $database, $clock);
		self::assertSame([2, 0], [$erase->erase(), $erase->erase()]);
	}
}
