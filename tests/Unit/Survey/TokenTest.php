<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Survey;

use OCA\Compagnon\Http\Unreachable;
use OCA\Compagnon\Http\UnreachableKind;
use OCA\Compagnon\Openl\ReportKind;
use OCA\Compagnon\Openl\Stratum;
use OCA\Compagnon\Survey\Catalogue\CatalogueStore;
use OCA\Compagnon\Survey\Catalogue\Observatories;
use OCA\Compagnon\Survey\Panel\ShowAdmin;
use OCA\Compagnon\Survey\Sending\Trouble;
use OCA\Compagnon\Survey\Sending\Troubles;
use OCA\Compagnon\Survey\SpaceKey;
use OCA\Compagnon\Survey\Token\AddressProof;
use OCA\Compagnon\Survey\Token\Batch;
use OCA\Compagnon\Survey\Token\Enrol;
use OCA\Compagnon\Survey\Token\Enrolment;
use OCA\Compagnon\Survey\Token\GetTokens;
use OCA\Compagnon\Survey\Token\Registry;
use OCA\Compagnon\Survey\Token\TokenRepository;
use OCA\Compagnon\Tests\Fake\FakeObservatory;
use OCA\Compagnon\Tests\Fake\FixedClock;
use OCA\Compagnon\Tests\Fake\SurveyWorld;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\TestCase;

/** The registry knows the space and gives every space the same tokens, used or not. */
#[CoversClass(Registry::class)]
#[CoversClass(Enrol::class)]
#[CoversClass(Enrolment::class)]
#[CoversClass(AddressProof::class)]
#[CoversClass(GetTokens::class)]
#[CoversClass(TokenRepository::class)]
#[CoversClass(Batch::class)]
#[CoversClass(SpaceKey::class)]
final class TokenTest extends TestCase {
	private SurveyWorld $world;
	private FakeObservatory $observatory;

	#[\Override]
	protected function setUp(): void {
		$this->world = new SurveyWorld();
		$this->observatory = $this->world->observatory;
		$this->world->decide('see');
	}

	public function testEverySpaceGetsTheSameWhetherAnybodyAnswersOrNot(): void {
		self::assertSame(0, $this->observatory->count('registry'));
		$this->world->decide('answer', true);

		self::assertSame([10, 10, 1], array_map(fn (Batch $batch): int => $this->world->get(TokenRepository::class)->left($batch), $this->batches()));
		self::assertSame(3, $this->observatory->count('registry/tokens'));
		$this->world->days(5);
		self::assertSame(3, $this->observatory->count('registry/tokens'));
	}

	public function testOnlyWhatIsAgreedToIsGotTokensFor(): void {
		$this->world->decide('see', true);

		self::assertSame([0, 0, 1], array_map(fn (Batch $batch): int => $this->world->get(TokenRepository::class)->left($batch), $this->batches()));
	}

	public function testATokenIsTakenOnce(): void {
		$this->world->decide('answer');
		$tokens = $this->world->get(TokenRepository::class);
		$taken = [];
		while (($token = $tokens->take($this->batches()[0])) !== null) {
			$taken[] = $token->encode();
		}

		self::assertCount(10, array_unique($taken));
		self::assertTrue($tokens->wasAnswered($this->batches()[0]));
	}

	public function testAnAnswerThatGotLostIsAskedForWithTheSameElements(): void {
		$this->world->http->script = $this->losing($this->world->http->script);
		$this->world->decide('answer');
		self::assertSame('waiting', $this->kept($this->batches()[0]));
		$this->world->http->script = $this->observatory->http()->script;
		$this->world->days(2);

		self::assertSame(10, $this->world->get(TokenRepository::class)->left($this->batches()[0]));
		self::assertFalse($this->world->get(Troubles::class)->has(Trouble::TokensGone));
	}

	public function testAnIssuerThatMarksThisSpaceIsFoundAndNothingOfItIsUsed(): void {
		$this->observatory->registry->marks = true;
		$this->world->decide('answer');

		self::assertSame(0, $this->world->get(TokenRepository::class)->left($this->batches()[0]));
		self::assertStringContainsString('could have been marked', $this->world->troubles()[0]);
		self::assertSame(1, $this->observatory->count('registry/tokens'));
	}

	public function testAHosterMayVouchForTheSpace(): void {
		$this->world->named->written['attestation'] = ['message' => 'm', 'key' => 'k', 'signature' => 's'];
		$this->world->decide('answer');

		self::assertSame('attested', $this->world->get(ShowAdmin::class)->show()['enrolment']['state']);
		self::assertSame(1, $this->observatory->count('registry/enrolments'));
		self::assertStringNotContainsString('space.example', implode('', array_map(static fn ($request): string => (string)$request->body, $this->world->http->asked)));
	}

	public function testASpaceThatProvedItsAddressIsTakenUpByItsHosterLater(): void {
		$this->world->decide('answer');
		self::assertSame('unattested', $this->world->get(ShowAdmin::class)->show()['enrolment']['state']);
		$this->world->named->written['attestation'] = ['message' => 'm', 'key' => 'k', 'signature' => 's'];
		$this->world->days(2);

		self::assertSame('attested', $this->world->get(ShowAdmin::class)->show()['enrolment']['state']);
	}

	public function testAnAttestationThatIsOverIsSaid(): void {
		$this->world->named->written['attestation'] = ['over' => true];
		$this->world->decide('answer');

		self::assertStringContainsString('the word of the hoster is over', $this->world->troubles()[0]);
	}

	public function testOnlyAChallengeThatWasAskedForIsSigned(): void {
		$proof = $this->world->get(AddressProof::class);
		self::assertNull($proof->answer('challenge'));
		$this->world->get(Enrolment::class)->expect('challenge');

		self::assertNull($proof->answer('another'));
		self::assertNull($proof->answer(['challenge']));
		self::assertNull($proof->answer(null));
		self::assertNull($proof->answer(''));
		$answer = $proof->answer('challenge');
		self::assertNotNull($answer);
		self::assertTrue(sodium_crypto_sign_verify_detached((string)base64_decode($answer['signature'], true), 'openl/proof|challenge', (string)base64_decode($answer['key'], true)));
		$this->world->decide('answer');
		self::assertNull($this->world->get(AddressProof::class)->answer('challenge'));
	}

	public function testAClockThatIsWrongIsSaidInMinutes(): void {
		$theirs = new FakeObservatory(new FixedClock(SurveyWorld::NOW + 1_500));
		$this->world->http->script = $theirs->http()->script;
		$this->world->decide('answer');
		self::assertSame('The clock of this server is about 25 minutes wrong, so the observatory does not take what it signs. Nothing is lost. Whoever runs the server can set the clock.', $this->world->troubles()[0]);

		$theirs->registry->wellKnown = $this->observatory->registry->wellKnown;
		$theirs->clock->now = SurveyWorld::NOW + 86_400;
		$this->world->clock->now = SurveyWorld::NOW + 86_400;
		$this->world->work(atOnce: true);
		self::assertSame([], $this->world->troubles());
	}

	public function testASpaceThatTheRegistryLostEnrolsAgain(): void {
		$this->world->decide('answer');
		$this->observatory->registry->spaces = [];
		$this->observatory->registry->batches = [];
		$this->world->decide('answer', true);
		self::assertStringContainsString('does not take this space in', $this->world->troubles()[0]);
		$this->world->days(2);

		self::assertSame([], $this->world->troubles());
		self::assertTrue($this->world->get(TokenRepository::class)->wasAnswered($this->batches()[2]));
	}

	public function testWhatWasSealedWithAnotherSecretOfTheServerIsMadeAnew(): void {
		$this->world->decide('answer');
		$key = $this->world->get(SpaceKey::class)->publicKey();
		$this->world->answer('nadia');
		$this->world->settings->setLongText('survey_space_key', 'sealed elsewhere');
		foreach (['token' => 'sealed', 'roll' => 'secret'] as $table => $column) {
			$this->world->database->execute("UPDATE *PREFIX*compagnon_survey_$table SET $column = 'sealed elsewhere' WHERE $column <> ''");
		}

		self::assertNotSame($key, $this->world->get(SpaceKey::class)->publicKey());
		self::assertNull($this->world->get(TokenRepository::class)->take($this->batches()[0]));
		self::assertSame(0, $this->world->get(TokenRepository::class)->left($this->batches()[0]));
		// What was sealed for the observatory is not lost.
		$this->world->work(atOnce: true);
		self::assertCount(1, $this->observatory->collector->reports());
	}

	public function testASlotIsTheSpacesOwnAndAlwaysTheSame(): void {
		$slot = $this->world->get(SpaceKey::class)->slot('day|1', 86_400);
		self::assertSame($slot, $this->world->get(SpaceKey::class)->slot('day|1', 86_400));
		self::assertLessThan(86_400, $slot);
		self::assertNotSame($this->world->get(SpaceKey::class)->slot('day|2', PHP_INT_MAX), $this->world->get(SpaceKey::class)->slot('day|1', PHP_INT_MAX));
	}

	/** @return list<Batch> answers, texts, figures */
	private function batches(): array {
		$store = $this->world->get(CatalogueStore::class);
		$survey = $store->surveys()[0];
		$figures = $store->figures();
		self::assertNotNull($figures);
		$observatory = $this->world->get(Observatories::class)->named();
		self::assertNotNull($observatory);
		$batches = array_map(static fn (ReportKind $kind): ?Batch => Batch::of($kind === ReportKind::SpaceFigures ? $figures : $survey, $kind, Stratum::Unattested), [ReportKind::MemberAnswers, ReportKind::MemberText, ReportKind::SpaceFigures]);
		return array_values(array_filter($batches));
	}

	private function kept(Batch $batch): string {
		return $this->world->get(TokenRepository::class)->isDone($batch) ? 'done' : 'waiting';
	}

	/** Everything is done, and no answer about tokens comes back. */
	private function losing(\Closure $script): \Closure {
		return static function ($request) use ($script) {
			$answer = $script($request);
			return str_ends_with($request->url, 'registry/tokens') ? new Unreachable(UnreachableKind::Cut, 'lost') : $answer;
		};
	}
}
