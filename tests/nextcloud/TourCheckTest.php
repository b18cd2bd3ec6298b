<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Nextcloud;

use OCA\Compagnon\Command\CheckToursCommand;
use OCA\Compagnon\Nextcloud\TourSetupCheck;
use OCA\Compagnon\Port\Settings;
use OCA\Compagnon\Tour\Check\Device;
use OCA\Compagnon\Tour\Check\LastCheckStore;
use OCA\Compagnon\Tour\Check\Seen;
use OCA\Compagnon\Tour\Check\StepResult;
use OCP\SetupCheck\SetupResult;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\TestCase;

/** How the last tour check is told in the server's overview and on the command line. */
#[CoversClass(TourSetupCheck::class)]
#[CoversClass(CheckToursCommand::class)]
final class TourCheckTest extends TestCase {
	private const KEY = 'last_check';
	private const TOUR = 'files-first-steps';

	private string $before = '';

	#[\Override]
	protected function setUp(): void {
		$this->before = Support::adapter(Settings::class)->longText(self::KEY, '');
	}

	#[\Override]
	protected function tearDown(): void {
		Support::adapter(Settings::class)->setLongText(self::KEY, $this->before);
	}

	public function testNeverCheckedIsAHintWithTheWay(): void {
		Support::adapter(Settings::class)->setLongText(self::KEY, '');

		$result = $this->overview();
		self::assertSame(SetupResult::INFO, $result->getSeverity());
		self::assertStringContainsString('{page}', (string)$result->getDescription());
		self::assertStringEndsWith('/apps/compagnon/check', (string)($result->getDescriptionParameters()['page']['link'] ?? null));
	}

	public function testACleanCheckIsInOrderUntilSomethingIsUpdated(): void {
		$this->keep(Seen::Found);
		self::assertSame(SetupResult::SUCCESS, $this->overview()->getSeverity());

		$settings = Support::adapter(Settings::class);
		$settings->setLongText(self::KEY, (string)preg_replace('/"files":"[^"]+"/', '"files":"0.0.1"', $settings->longText(self::KEY, '')));
		self::assertSame(SetupResult::INFO, $this->overview()->getSeverity());
	}

	public function testNothingFoundIsNotInOrder(): void {
		$this->keep(Seen::Unchecked);

		self::assertSame(SetupResult::INFO, $this->overview()->getSeverity());
	}

	public function testWhatIsWrongIsAWarningWithNames(): void {
		foreach ([Seen::Missing, Seen::Unreached] as $seen) {
			$this->keep($seen);
			$result = $this->overview();

			self::assertSame(SetupResult::WARNING, $result->getSeverity());
			self::assertStringNotContainsString('files.list', (string)$result->getDescription());
			self::assertStringContainsString('(files.list)', (string)($result->getDescriptionParameters()['steps']['name'] ?? null));
		}
	}

	public function testTheServerKnowsIt(): void {
		$this->keep(Seen::Missing);
		[, $output] = $this->occ('setupchecks', '--output=json');

		self::assertStringContainsString('files.list', $output);
	}

	public function testTheCommandSaysWhatIsWrongAndExitsAccordingly(): void {
		$this->keep(Seen::Found);
		[$status, $output] = $this->occ('compagnon:tours:check');
		self::assertSame(0, $status, $output);
		self::assertStringContainsString('Problems: 0.', $output);

		$this->keep(Seen::Missing);
		[$status, $output] = $this->occ('compagnon:tours:check');
		self::assertSame(1, $status);
		self::assertStringContainsString('problem “', $output);
		self::assertStringContainsString('(' . self::TOUR . '), step list, anchor files.list: ', $output);
		self::assertStringContainsString('Problems: 1.', $output);
	}

	public function testTheCommandSpeaksJson(): void {
		$this->keep(Seen::Missing);
		[$status, $output] = $this->occ('compagnon:tours:check', '--output=json');
		$answer = json_decode($output, true, flags: JSON_THROW_ON_ERROR);

		self::assertSame([1, false], [$status, $answer['clean']]);
		self::assertSame(['problem', self::TOUR, 'list', 'files.list'], [$answer['findings'][0]['grade'], $answer['findings'][0]['tour'], $answer['findings'][0]['step'], $answer['findings'][0]['anchor']]);
		self::assertSame(2, $this->occ('compagnon:tours:check', '--output=xml')[0]);
	}

	private function keep(Seen $seen): void {
		Support::adapter(LastCheckStore::class)->write(['files'], [new StepResult(self::TOUR, 'list', Device::Wide, $seen)]);
	}

	private function overview(): SetupResult {
		return Support::adapter(TourSetupCheck::class)->run();
	}

	/** @return array{int, string} status and output */
	private function occ(string ...$arguments): array {
		$command = array_map('escapeshellarg', [PHP_BINARY, Support::root() . '/occ', '--no-interaction', '--no-warnings', ...array_values($arguments)]);
		exec(implode(' ', $command) . ' 2>&1', $output, $status);
		return [$status, implode("\n", $output)];
	}
}
