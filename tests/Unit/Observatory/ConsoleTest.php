<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Observatory;

use OCA\Compagnon\Error\Invalid;
use OCA\Compagnon\Error\NotFound;
use OCA\Compagnon\Observatory\Address;
use OCA\Compagnon\Observatory\Console\EnableConsole;
use OCA\Compagnon\Observatory\Console\HostConsole;
use OCA\Compagnon\Observatory\Console\SurveyConsole;
use OCA\Compagnon\Observatory\Console\VerifyConsole;
use OCA\Compagnon\Observatory\Mode;
use OCA\Compagnon\Observatory\Organiser;
use OCA\Compagnon\Observatory\Publisher\Release\ReleaseRepository;
use OCA\Compagnon\Observatory\Publisher\VerifyReleases;
use OCA\Compagnon\Observatory\SigningKeys;
use OCA\Compagnon\Observatory\Troubles;
use OCA\Compagnon\Observatory\VerifyCatalogues;
use OCA\Compagnon\Openl\CatalogueChain;
use OCA\Compagnon\Openl\ReportKind;
use OCA\Compagnon\Tests\Fake\FakeUrls;
use OCA\Compagnon\Tests\Fake\MemorySettings;
use OCA\Compagnon\Tests\Fake\ObservatoryWorld;
use OCA\Compagnon\Tests\Support\SpaceSide;
use PHPUnit\Framework\Attributes\CoversClass;

/** What whoever runs an observatory, or a host, does from a console. */
#[CoversClass(EnableConsole::class)]
#[CoversClass(HostConsole::class)]
#[CoversClass(SurveyConsole::class)]
#[CoversClass(VerifyConsole::class)]
#[CoversClass(Mode::class)]
#[CoversClass(Organiser::class)]
#[CoversClass(Address::class)]
final class ConsoleTest extends CollectorCase {
	private string $folder;

	#[\Override]
	protected function setUp(): void {
		parent::setUp();
		$this->folder = sys_get_temp_dir() . '/compagnon-console-' . bin2hex(random_bytes(6));
		mkdir($this->folder);
	}

	#[\Override]
	protected function tearDown(): void {
		array_map(unlink(...), (array)glob("$this->folder/*"));
		rmdir($this->folder);
	}

	public function testItIsOffUntilSomebodyTurnsItOnAndSaysWhatSpacesNeed(): void {
		$mode = new Mode($this->world->settings);
		self::assertFalse($mode->isOn());
		$lines = $this->world->enableConsole()->enable([]);

		self::assertTrue($mode->isOn());
		self::assertContains('  address  ' . ObservatoryWorld::ADDRESS, $lines);
		self::assertContains('  key      ' . base64_encode((new SigningKeys($this->world->keys))->publicKey()), $lines);
		self::assertSame(2, $this->world->catalogue()->number);
		$this->world->enableConsole()->disable();
		$this->expectException(NotFound::class);
		$mode->demand();
	}

	public function testWhoRunsItIsInTheCatalogue(): void {
		$this->world->enableConsole()->enable(['name' => 'Fédération', 'contact' => 'bonjour@example.org', 'site' => 'https://example.org']);
		$organiser = $this->world->catalogue()->organiser;

		self::assertSame(['Fédération', 'bonjour@example.org', 'https://example.org'], [$organiser->name, $organiser->contact, $organiser->site]);
		foreach (['name' => '', 'contact' => str_repeat('a', 151), 'site' => "a\x07b", 'address' => 'openl.example'] as $what => $words) {
			$this->assertInvalid($what, fn () => $this->world->enableConsole()->enable([$what => $words]));
		}
	}

	public function testTheAddressIsThatOfTheSpaceUntilAnotherIsNamed(): void {
		$address = new Address(new MemorySettings(), new FakeUrls());
		self::assertSame('https://space.example', $address->base());
		$address->set('https://openl.example/cloud/');

		self::assertSame('https://openl.example/cloud', $address->base());
	}

	public function testKeysAreReplacedByTheirName(): void {
		$this->world->enableConsole()->enable([]);
		foreach (['sealing', 'issuer', 'receipts'] as $role) {
			self::assertCount(1, $this->world->enableConsole()->rotate($role));
		}
		$lines = $this->world->enableConsole()->rotate('catalogue');
		self::assertContains('  key      ' . base64_encode((new SigningKeys($this->world->keys))->publicKey()), $lines);
		self::assertSame(6, $this->world->catalogue()->number);
		$this->assertInvalid('rotate', fn () => $this->world->enableConsole()->rotate('everything'));
		self::assertSame(['lines' => ['Catalogues: 6. Releases: 0. Faults: 0.'], 'holds' => true], $this->verify());
	}

	public function testAHostMakesItsKeyAndVouchesForASpace(): void {
		$console = $this->world->hostConsole();
		$public = $console->makeKey("$this->folder/key")[1];
		self::assertSame('600', decoct(fileperms("$this->folder/key") & 0o777));
		$this->assertInvalid('subject', fn () => $console->makeKey("$this->folder/key"));
		$console->add('Une hébergeuse', $public);
		$this->assertInvalid('subject', static fn () => $console->add('Une hébergeuse', $public));
		self::assertContains("Une hébergeuse  $public  since 2026-11-28", $console->list());
		$space = new SpaceSide(ObservatoryWorld::ADDRESS, fn (): int => $this->world->clock->now);
		$attestation = json_decode($console->attest("$this->folder/key", $space->key(), '2027-11-28', '')[0], true);

		self::assertSame(['stratum' => 'attested'], $this->world->enrol()->enrol($space->message('enrol', ['attestation' => $attestation])));
		$console->remove('Une hébergeuse');
		$this->expectException(NotFound::class);
		$console->remove('Une hébergeuse');
	}

	public function testWhatCannotBeForAHostIsNamed(): void {
		$console = $this->world->hostConsole();
		$console->makeKey("$this->folder/key");
		$key = base64_encode(random_bytes(32));
		$this->assertInvalid('subject', static fn () => $console->add("a\nb", $key));
		$this->assertInvalid('key', static fn () => $console->add('host', 'AAAA'));
		$this->assertInvalid('subject', fn () => $console->makeKey("$this->folder/no/such/folder"));
		$this->assertInvalid('subject', static fn () => $console->makeKey(''));
		$this->assertInvalid('subject', fn () => $console->attest("$this->folder/nothing", $key, '2027-01-01', ''));
		$this->assertInvalid('key', fn () => $console->attest("$this->folder/key", 'x', '2027-01-01', ''));
		foreach (['', 'soon', '2026-11-27'] as $until) {
			$this->assertInvalid('until', fn () => $console->attest("$this->folder/key", $key, $until, ''));
		}
	}

	public function testASurveyIsAskedForTheWholeQuarterUnlessSaidOtherwise(): void {
		$this->world->enableConsole()->enable([]);
		$this->world->clock->now = (int)strtotime('2027-02-03 UTC');
		$console = $this->world->surveyConsole();
		self::assertSame(['It is in the catalogue: test-survey  2027-Q1  open  2027-01-01 to 2027-03-31  member-answers  1.0.0'], $console->add(ObservatoryWorld::file('survey'), null, null, null, null, null));

		self::assertCount(3, $console->list());
		self::assertStringContainsString('2027-Q1', $console->show('test-survey', null)[0]);
		self::assertStringContainsString('2026-Q4', $console->show('test-survey', '2026-Q4')[0]);
		self::assertSame(['test-survey 2027-Q1 is closed. Nothing is taken for it any more.'], $console->close('test-survey', null));
		$this->assertInvalid('period', static fn () => $console->add(ObservatoryWorld::file('survey'), 'winter', null, null, null, null));
		$this->expectException(NotFound::class);
		$console->show('nothing', null);
	}

	public function testOwnWordsAreReadAloneOneALine(): void {
		foreach (["Merci\nbeaucoup", 'Plus de café'] as $words) {
			$report = SpaceSide::report($this->survey(), ReportKind::MemberText, $this->token(ReportKind::MemberText), ['question' => 'words', 'words' => $words]);
			$this->world->take()->take($this->seal($report));
		}
		$lines = $this->world->surveyConsole()->texts('test-survey', null);
		sort($lines);

		self::assertSame(["words\tMerci / beaucoup", "words\tPlus de café"], $lines);
		self::assertContains('member-text, attested: 0 spaces, 0 tokens, 2 reports', $this->world->surveyConsole()->show('test-survey', null));
	}

	public function testTheSchemasAreThoseThatAreRead(): void {
		foreach ($this->world->surveyConsole()->schema() as $schema) {
			self::assertIsArray(json_decode($schema, true));
		}
	}

	public function testTroubleIsToldWithWhatWasVerified(): void {
		(new Troubles($this->world->settings, $this->world->clock))->note('take', new \LogicException('secret'));
		$this->database->execute('DELETE FROM *PREFIX*compagnon_publisher_catalogue WHERE number = 1');
		['lines' => $lines, 'holds' => $holds] = $this->verify();

		self::assertFalse($holds);
		self::assertSame(['Catalogue 1 is missing.', 'Catalogues: 0. Releases: 0. Faults: 1.'], array_slice($lines, 0, 2));
		self::assertStringStartsWith('Trouble on 2026-11-28 take: LogicException at ConsoleTest.php:', $lines[2]);
	}

	/** @return array{lines: list<string>, holds: bool} */
	private function verify(): array {
		return (new VerifyConsole(new VerifyCatalogues($this->world->catalogues, new CatalogueChain()), new VerifyReleases(new ReleaseRepository($this->database)), new Troubles($this->world->settings, $this->world->clock)))->verify();
	}

	/** @param callable(): mixed $do */
	private function assertInvalid(string $field, callable $do): void {
		try {
			$do();
			self::fail("$field was taken.");
		} catch (Invalid $e) {
			self::assertSame($field, $e->field);
		}
	}
}
