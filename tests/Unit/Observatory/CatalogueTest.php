<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Observatory;

use OCA\Compagnon\Error\Invalid;
use OCA\Compagnon\Error\NotFound;
use OCA\Compagnon\Error\Unavailable;
use OCA\Compagnon\Observatory\AddSurvey;
use OCA\Compagnon\Observatory\AnnounceResult;
use OCA\Compagnon\Observatory\FigureSet;
use OCA\Compagnon\Observatory\Key;
use OCA\Compagnon\Observatory\KeyRole;
use OCA\Compagnon\Observatory\KeyStore;
use OCA\Compagnon\Observatory\MakeCatalogue;
use OCA\Compagnon\Observatory\RotateKey;
use OCA\Compagnon\Observatory\ShowCatalogue;
use OCA\Compagnon\Observatory\SigningKeys;
use OCA\Compagnon\Observatory\SurveyFile;
use OCA\Compagnon\Observatory\SurveyState;
use OCA\Compagnon\Observatory\VerifyCatalogues;
use OCA\Compagnon\Openl\Catalogue;
use OCA\Compagnon\Openl\CatalogueChain;
use OCA\Compagnon\Openl\CatalogueSignature;
use OCA\Compagnon\Openl\Known;
use OCA\Compagnon\Openl\Period;
use OCA\Compagnon\Openl\Receipt;
use OCA\Compagnon\Openl\ReportKind;
use OCA\Compagnon\Openl\Stratum;
use OCA\Compagnon\Openl\Tampered;
use OCA\Compagnon\Tests\Fake\ObservatoryWorld;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;

/** The catalogue, its chain, and what becomes of both when keys change. */
#[CoversClass(MakeCatalogue::class)]
#[CoversClass(ShowCatalogue::class)]
#[CoversClass(AddSurvey::class)]
#[CoversClass(AnnounceResult::class)]
#[CoversClass(RotateKey::class)]
#[CoversClass(SigningKeys::class)]
#[CoversClass(KeyStore::class)]
#[CoversClass(Key::class)]
#[CoversClass(VerifyCatalogues::class)]
#[CoversClass(SurveyFile::class)]
#[CoversClass(FigureSet::class)]
final class CatalogueTest extends CollectorCase {
	public function testItSaysWhatIsAskedTheSameForEverybody(): void {
		$catalogue = $this->world->catalogue();

		self::assertSame(2, $catalogue->number);
		self::assertCount(2, $catalogue->surveys);
		$survey = $this->survey();
		self::assertSame(ObservatoryWorld::file('survey'), $survey->questionnaire?->json);
		self::assertSame(['member-answers', 'member-text'], array_keys($survey->issuers['attested']));
		self::assertSame('Trois questions pour les essais.', $survey->purpose->fr);
		$figures = $this->survey('test-figures');
		self::assertSame(['members', 'apps'], array_column($figures->metrics, 'value'));
		self::assertSame(['space-figures'], array_keys($figures->issuers['unattested']));
	}

	public function testASpaceFollowsTheChainAndSeesAnyOtherCatalogue(): void {
		$this->world->close()->close('test-figures', ObservatoryWorld::PERIOD);
		$known = $this->follow();
		self::assertSame(3, $known->number);
		self::assertSame(['catalogues' => 3, 'faults' => []], $this->verify());

		$stored = $this->world->catalogues->find(3);
		self::assertNotNull($stored);
		$special = str_replace('"number":3', '"number":4', str_replace((string)Catalogue::read($stored->text)->previous, $stored->sha256, $stored->text));
		$this->expectException(Tampered::class);
		(new CatalogueChain())->accept($known, Catalogue::read($special), CatalogueSignature::sign($special, sodium_crypto_sign_secretkey(sodium_crypto_sign_keypair())));
	}

	public function testOneThatWasChangedOrIsMissingIsFound(): void {
		$this->database->execute("UPDATE *PREFIX*compagnon_publisher_catalogue SET catalogue = REPLACE(catalogue, '\"made\":\"2026-11-28\"', '\"made\":\"2026-11-27\"') WHERE number = 2");
		self::assertSame(['Catalogue 2: catalogue: Signature'], $this->verify()['faults']);
		$this->world->makeCatalogue()->make();
		$this->database->execute('DELETE FROM *PREFIX*compagnon_publisher_catalogue WHERE number = 2');

		self::assertSame(['Catalogue 2 is missing.'], $this->verify()['faults']);
	}

	public function testTwoWhoMakeOneAtTheSameTimeMakeTwo(): void {
		$this->database->meanwhile = fn () => $this->world->makeCatalogue()->make();
		$this->world->makeCatalogue()->make();

		self::assertSame(['catalogues' => 4, 'faults' => []], $this->verify());
	}

	public function testANewCatalogueKeyIsAnnouncedByTheOldOne(): void {
		$old = (new SigningKeys($this->world->keys))->publicKey();
		$this->world->rotate()->rotate(KeyRole::Catalogue);
		$this->world->makeCatalogue()->make();
		$new = (new SigningKeys($this->world->keys))->publicKey();

		self::assertNotSame($old, $new);
		self::assertSame([base64_encode($old), base64_encode($new)], [$this->world->catalogues->find(3)?->key, $this->world->catalogues->find(4)?->key]);
		self::assertSame(4, $this->follow(Known::pinned($old))->number);
		self::assertSame([], $this->verify()['faults']);
	}

	public function testARotationThatWasCutShortIsFinishedByTheNext(): void {
		$signing = new SigningKeys($this->world->keys);
		$next = $signing->prepare();
		$this->world->makeCatalogue()->make($next);
		$this->world->makeCatalogue()->make($next);
		$this->world->rotate()->rotate(KeyRole::Catalogue);

		self::assertSame($next, $signing->publicKey());
		$this->world->makeCatalogue()->make();
		self::assertSame(6, $this->follow()->number);
	}

	public function testTheOldSealingKeyOpensUntilTheSurveysOfItsTimeAreOver(): void {
		$before = $this->seal($this->report());
		$later = $this->seal($this->report());
		$this->world->rotate()->rotate(KeyRole::Sealing);
		$after = $this->seal($this->report());
		self::assertNotSame(substr($before, 0, 10), substr($after, 0, 10));
		$this->world->take()->take($before);
		$this->world->take()->take($after);
		$this->world->clock->now = (int)strtotime('2027-01-14 12:00:00 UTC');
		$this->world->take()->take($later);
		self::assertSame(3, $this->collected());
		self::assertCount(2, $this->world->keys->all(KeyRole::Sealing));
		$this->world->clock->now = (int)strtotime('2027-01-16 12:00:00 UTC');

		self::assertCount(1, $this->world->keys->all(KeyRole::Sealing));
		self::assertSame([], $this->verify()['faults']);
	}

	public function testTokensThatWereGivenOutStayGoodWhenTheSeedChanges(): void {
		$token = $this->token();
		$seed = $this->world->seeds()->newest();
		$this->world->rotate()->rotate(KeyRole::Issuer);
		$issuer = $this->survey()->issuer(Stratum::Attested, ReportKind::MemberAnswers);
		$this->world->take()->take($this->seal($this->report(token: $token)));
		$this->world->add()->add(ObservatoryWorld::file('survey'), '2027-Q1', '2027-01-01', '2027-03-31');

		self::assertSame(1, $this->collected());
		self::assertNotSame($seed, $this->world->surveys->find('test-survey', '2027-Q1')?->seed);
		self::assertSame($issuer, $this->survey()->issuer(Stratum::Attested, ReportKind::MemberAnswers));
	}

	public function testReceiptsAreSignedByTheKeyOfTheNewestCatalogue(): void {
		$old = $this->world->catalogue()->keys->receipts;
		$this->world->rotate()->rotate(KeyRole::Receipts);
		$receipt = $this->world->take()->take($this->seal($this->report()))->receipt;

		self::assertNotSame($old, $this->world->catalogue()->keys->receipts);
		self::assertSame('2026-11-28', Receipt::read($receipt, $this->world->catalogue()->keys->receipts)->day);
	}

	public function testKeysAreMadeOnceAreSealedAndShowInNoDump(): void {
		self::assertFalse($this->world->rotate()->makeMissing());
		foreach (KeyRole::cases() as $role) {
			$key = $this->world->keys->current($role);
			ob_start();
			var_dump($key);
			$dump = ob_get_clean() . print_r($key, true);
			foreach ([$key->secret(), base64_encode($key->secret()), bin2hex($key->secret())] as $secret) {
				self::assertStringNotContainsString($secret, $dump . $this->world->settings->longText('observatory_keys_' . $role->value, ''));
			}
		}
		$this->world->settings->setLongText('observatory_keys_sealing', 'sealed elsewhere');
		$this->expectException(Unavailable::class);
		$this->world->keys->current(KeyRole::Sealing);
	}

	public function testWhatIsOverIsNotInItAndWhatWasPublishedIs(): void {
		$announce = new AnnounceResult($this->world->surveys, $this->world->makeCatalogue());
		$survey = $this->world->surveys->find('test-survey', ObservatoryWorld::PERIOD) ?? self::fail();
		try {
			$announce->announce($survey, str_repeat('a', 64), '2026-11-28');
			self::fail('It was not frozen.');
		} catch (NotFound) {
		}
		$this->world->surveys->change('test-survey', ObservatoryWorld::PERIOD, SurveyState::Open, SurveyState::Frozen);
		$announce->announce($survey, str_repeat('a', 64), '2026-11-28');
		$this->world->clock->now = (int)strtotime('2027-01-01 00:00:00 UTC');
		$this->world->makeCatalogue()->make();
		$catalogue = $this->world->catalogue();

		self::assertSame([], $catalogue->surveys);
		self::assertSame(['test-survey', str_repeat('a', 64), 'A survey to try'], [$catalogue->results[0]->survey, $catalogue->results[0]->sha256, $catalogue->results[0]->title->en]);
	}

	public function testAnyNumberCanBeHadAndNothingElse(): void {
		$show = new ShowCatalogue($this->world->catalogues);
		self::assertSame($show->newest()->toArray(), $show->number('2')->toArray());
		foreach (['0', '3', '01', '1e1', '-1', '', '99999999999999999999', "1\n"] as $number) {
			try {
				$show->number($number);
				self::fail($number);
			} catch (NotFound) {
			}
		}
		$this->database->execute('DELETE FROM *PREFIX*compagnon_publisher_catalogue');
		$this->expectException(NotFound::class);
		$show->newest();
	}

	/** @return iterable<string, array{string, string, string, string, string}> field, file, period, opens, closes */
	public static function badSurveys(): iterable {
		$file = ObservatoryWorld::file('survey');
		$figures = ObservatoryWorld::file('figures');
		yield 'a period that is none' => ['period', $file, '2026-11', '2026-10-01', '2026-12-31'];
		yield 'the same again' => ['period', $file, '2026-Q4', '2026-10-01', '2026-12-31'];
		yield 'a day that is none' => ['opens', $file, '2027-Q1', '2027-02-30', '2027-03-31'];
		yield 'another day that is none' => ['closes', $file, '2027-Q1', '2027-01-01', 'soon'];
		yield 'an end before its beginning' => ['closes', $file, '2027-Q1', '2027-03-31', '2027-01-01'];
		yield 'no JSON' => ['body', '{', '2027-Q1', '2027-01-01', '2027-03-31'];
		yield 'another schema' => ['schema', str_replace('"schema": 1', '"schema": 2', $file), '2027-Q1', '2027-01-01', '2027-03-31'];
		yield 'figures of another schema' => ['schema', str_replace('"schema": 1', '"schema": 2', $figures), '2027-Q1', '2027-01-01', '2027-03-31'];
		yield 'a figure that nobody knows' => ['metrics', str_replace('"apps"', '"names"', $figures), '2027-Q1', '2027-01-01', '2027-03-31'];
		yield 'a figure twice' => ['metrics', str_replace('"apps"', '"members"', $figures), '2027-Q1', '2027-01-01', '2027-03-31'];
		yield 'a field that nobody knows' => ['ids', str_replace('"metrics"', '"ids": [], "metrics"', $figures), '2027-Q1', '2027-01-01', '2027-03-31'];
	}

	#[DataProvider('badSurveys')]
	public function testASurveyThatCannotBeAskedIsNamedAndChangesNothing(string $field, string $file, string $period, string $opens, string $closes): void {
		try {
			$this->world->add()->add($file, $period, $opens, $closes);
			self::fail('It was added.');
		} catch (Invalid $e) {
			self::assertSame($field, $e->field);
		}
		self::assertSame(2, $this->world->catalogue()->number);
	}

	public function testAnotherOrganiserAsksUnderItsOwnName(): void {
		$this->world->add()->add(ObservatoryWorld::file('survey'), '2027-Q1', '2027-01-01', '2027-03-31', 'Une fédération', 'https://federation.example');
		$survey = $this->world->catalogue()->survey('test-survey', new Period('2027-Q1'));

		self::assertSame(['Une fédération', 'https://federation.example'], [$survey?->organiser, $survey?->contact]);
	}

	private function follow(?Known $known = null): Known {
		for ($number = 1; ($stored = $this->world->catalogues->find($number)) !== null; $number++) {
			$signature = CatalogueSignature::read($stored->signature, $stored->key);
			$known = (new CatalogueChain())->accept($known ?? Known::pinned($signature->key), Catalogue::read($stored->text), $signature);
		}
		return $known ?? throw new \LogicException('no catalogue');
	}

	/** @return array{catalogues: int, faults: list<string>} */
	private function verify(): array {
		return (new VerifyCatalogues($this->world->catalogues, new CatalogueChain()))->verify();
	}
}
