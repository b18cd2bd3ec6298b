<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Survey;

use OCA\Compagnon\Survey\Catalogue\CatalogueStore;
use OCA\Compagnon\Survey\Catalogue\FetchCatalogue;
use OCA\Compagnon\Survey\Catalogue\Observatories;
use OCA\Compagnon\Survey\Catalogue\Observatory;
use OCA\Compagnon\Survey\Panel\ShowAdmin;
use OCA\Compagnon\Survey\Panel\ShowPanel;
use OCA\Compagnon\Survey\Sending\Trouble;
use OCA\Compagnon\Survey\Sending\Troubles;
use OCA\Compagnon\Tests\Fake\FakeObservatory;
use OCA\Compagnon\Tests\Fake\OpenlFixture;
use OCA\Compagnon\Tests\Fake\SurveyWorld;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** The list of surveys is the same for every space, and provably so: one that is not is refused, and nothing is sent. */
#[CoversClass(CatalogueStore::class)]
#[CoversClass(FetchCatalogue::class)]
#[CoversClass(Observatories::class)]
#[CoversClass(Observatory::class)]
#[CoversClass(Troubles::class)]
final class CatalogueTest extends TestCase {
	private SurveyWorld $world;
	private FakeObservatory $observatory;

	#[\Override]
	protected function setUp(): void {
		$this->world = new SurveyWorld();
		$this->observatory = $this->world->observatory;
		$this->observatory->publish();
		$this->world->takePart(false);
	}

	public function testNumberAndHashAreShownSoThatTwoSpacesCanCompare(): void {
		$shown = $this->world->get(ShowPanel::class)->show('nadia')['catalogue'];

		self::assertSame(['number' => 2, 'sha256' => hash('sha256', $this->observatory->chain[1]['catalogue']), 'made' => '2026-11-28', 'fetched' => '2026-11-10'], $shown);
		self::assertSame($shown, $this->world->get(ShowAdmin::class)->show()['catalogue']);
	}

	public function testThoseInBetweenAreFetchedAndLookedAt(): void {
		$this->observatory->publish();
		$this->observatory->publish(nextSeed: 'catalogue 2');
		$this->observatory->publish();
		$this->world->days(2);

		self::assertSame(5, $this->world->get(CatalogueStore::class)->current()?->number);
		self::assertSame([1, 1, 0], [$this->observatory->count('catalogue/3'), $this->observatory->count('catalogue/4'), $this->observatory->count('catalogue/5')]);
	}

	public function testItIsFetchedOnceADay(): void {
		$before = $this->observatory->count('catalogue');
		$this->world->days(7);

		// A moment late in the evening, made up for after midnight, is the look of that next day, too.
		$looks = $this->observatory->count('catalogue') - $before;
		self::assertGreaterThan(3, $looks);
		self::assertLessThan(8, $looks);
	}

	/** @return iterable<string, array{string, string}> */
	public static function tampered(): iterable {
		yield 'another one of the same number' => ['same', 'does not follow'];
		yield 'one that follows another' => ['fork', 'does not follow'];
		yield 'one in between that is another' => ['between', 'does not follow'];
		yield 'a foreign signature' => ['unsigned', 'not signed'];
		yield 'a text that was changed' => ['changed', 'not signed'];
		yield 'an older one' => ['older', 'older list'];
		yield 'too far ahead' => ['far', 'does not follow'];
		yield 'no catalogue at all' => ['nothing', 'none of its answers'];
	}

	#[DataProvider('tampered')]
	public function testATamperedOneIsRefusedToldAndNothingIsSent(string $how, string $sentence): void {
		// On a day on which the space has not looked yet.
		$this->world->clock->advance(86_400);
		$this->world->answer('nadia');
		$this->observatory->shown = $this->tamper($how);
		$this->world->days(5);

		self::assertSame(2, $this->world->get(CatalogueStore::class)->current()?->number);
		self::assertStringContainsString($sentence, implode(' ', $this->world->troubles()));
		self::assertContains($this->world->troubles()[0], (array)$this->world->get(ShowAdmin::class)->show()['problems']);
		$isStopped = $how !== 'nothing';
		self::assertSame($isStopped ? [] : [1], array_map(static fn ($report): int => 1, $this->observatory->collector->reports()));

		$this->observatory->shown = null;
		$this->observatory->chain = array_slice($this->observatory->chain, 0, 2);
		$this->world->days(4);
		self::assertSame([], $this->world->troubles());
		self::assertCount(1, $this->observatory->collector->reports());
	}

	public function testANewlyNamedObservatoryIsHeldToItsOwnKey(): void {
		$this->world->named->written = ['address' => FakeObservatory::ADDRESS, 'key' => base64_encode(sodium_crypto_sign_publickey(FakeObservatory::signPair('another')))];
		self::assertNull($this->world->get(CatalogueStore::class)->current());
		$this->world->work();

		self::assertTrue($this->world->get(Troubles::class)->has(Trouble::Unsigned));
		self::assertNull($this->world->get(CatalogueStore::class)->current());
	}

	public function testATroubleKeepsTheDayOnWhichItBegan(): void {
		$troubles = $this->world->get(Troubles::class);
		$troubles->note(Trouble::Silent);
		$this->world->clock->advance(3 * 86_400);
		$troubles->note(Trouble::Silent);

		self::assertSame('The observatory has not answered since 2026-11-10. Nothing is lost: it is asked again by itself.', $this->world->troubles()[0]);
		$troubles->clear(Trouble::Silent, Trouble::Clock);
		self::assertSame([], $this->world->troubles());
	}

	/** @return iterable<string, array{array<string, mixed>, bool}> */
	public static function written(): iterable {
		$key = base64_encode(str_repeat('k', 32));
		yield 'fine' => [['address' => 'https://openl.example.org', 'key' => $key], true];
		yield 'below a path' => [['address' => 'https://openl.example.org/cloud/', 'key' => $key], true];
		yield 'without s' => [['address' => 'http://openl.example.org', 'key' => $key], false];
		yield 'with somebody' => [['address' => 'https://a@openl.example.org', 'key' => $key], false];
		yield 'with a query' => [['address' => 'https://openl.example.org/?a', 'key' => $key], false];
		yield 'up and away' => [['address' => "https://openl.example.org\nhttps://b.example", 'key' => $key], false];
		yield 'no key' => [['address' => 'https://openl.example.org'], false];
		yield 'a short key' => [['address' => 'https://openl.example.org', 'key' => base64_encode('k')], false];
		yield 'numbers' => [['address' => 12, 'key' => 13], false];
	}

	/** @param array<string, mixed> $written */
	#[DataProvider('written')]
	public function testWhatIsWrittenDownIsUsedOrSaid(array $written, bool $isFine): void {
		$this->world->named->written = $written;
		$observatories = $this->world->get(Observatories::class);

		self::assertSame($isFine, $observatories->named() !== null);
		self::assertSame(!$isFine, $observatories->isMiswritten());
	}

	/** @return array{catalogue: string, signature: string, key: string} */
	private function tamper(string $how): array {
		$data = (array)json_decode($this->observatory->chain[1]['catalogue'], true);
		$last = hash('sha256', $this->observatory->chain[1]['catalogue']);
		$sign = fn (array $changes): array => FakeObservatory::signed(OpenlFixture::json($changes + $data), $this->observatory->catalogueSeed);
		switch ($how) {
			case 'same':
				return $sign(['made' => '2026-11-29']);
			case 'fork':
				return $sign(['number' => 3, 'previous' => hash('sha256', 'another')]);
			case 'between':
				$this->observatory->chain[2] = $sign(['number' => 3, 'previous' => hash('sha256', 'another')]);
				return $sign(['number' => 4, 'previous' => hash('sha256', $this->observatory->chain[2]['catalogue'])]);
			case 'unsigned':
				return FakeObservatory::signed(OpenlFixture::json(['number' => 3, 'previous' => $last] + $data), 'a stranger');
			case 'changed':
				return ['catalogue' => OpenlFixture::json(['number' => 3, 'previous' => $last, 'made' => '2026-12-24'] + $data)] + $sign(['number' => 3, 'previous' => $last]);
			case 'older':
				return $this->observatory->chain[0];
			case 'far':
				return $sign(['number' => 90, 'previous' => $last]);
			default:
				return ['catalogue' => '<html>', 'signature' => '', 'key' => ''];
		}
	}
}
