<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Fake;

use OCA\Compagnon\Demo\App\Container;
use OCA\Compagnon\Port;
use OCA\Compagnon\Survey\Answer\SealAnswers;
use OCA\Compagnon\Survey\Answer\WithdrawalResult;
use OCA\Compagnon\Survey\Answer\WithdrawByCode;
use OCA\Compagnon\Survey\Consent\Decide;
use OCA\Compagnon\Survey\Consent\Notices;
use OCA\Compagnon\Survey\Consent\SurveyLevel;
use OCA\Compagnon\Survey\Panel\SurveyWords;
use OCA\Compagnon\Survey\SpaceFigures;
use OCA\Compagnon\Survey\Token\AddressProof;
use OCA\Compagnon\Survey\WorkOnSurveys;
use OCA\Compagnon\Transfer\SystemRandom;

/** A space with its panel over fakes, and an observatory at the other end of the wire. */
final class SurveyWorld {
	/** 2026-11-10, 09:30 UTC: both surveys of the fixture are open. */
	public const NOW = 1_794_303_000;

	public readonly FixedClock $clock;
	public readonly FakeObservatory $observatory;
	public readonly FakeNamedObservatory $named;
	public readonly FakeHttp $http;
	public readonly FakeSpaceFigures $figures;
	public Port\Database $database;
	public MemorySettings $settings;
	public readonly MemoryPreferences $preferences;
	public readonly FakeMembers $members;
	public readonly string $notices;

	/** @param ?Port\Database $database with the tables of the app; one in memory when there is none */
	public function __construct(?Port\Database $database = null) {
		$this->clock = new FixedClock(self::NOW);
		// Its clock goes with that of the space, unless a test takes it apart.
		$this->observatory = new FakeObservatory($this->clock);
		$this->named = new FakeNamedObservatory($this->observatory->named());
		$this->http = $this->observatory->http();
		$this->figures = new FakeSpaceFigures();
		$this->database = $database ?? MemoryDatabase::ofTheApp();
		$this->settings = new MemorySettings();
		$this->preferences = new MemoryPreferences();
		$this->members = new FakeMembers();
		$this->notices = sys_get_temp_dir() . '/compagnon-notices-' . bin2hex(random_bytes(6));
		mkdir($this->notices);
		$this->writeNotice('1.0.0');
		$this->observatory->registry->wellKnown = fn (string $challenge): ?array => $this->get(AddressProof::class)->answer($challenge);
	}

	public function __destruct() {
		$files = glob($this->notices . '/*');
		array_map(unlink(...), $files === false ? [] : $files);
		rmdir($this->notices);
	}

	public function writeNotice(string $version): void {
		foreach (['short', 'long'] as $name) {
			file_put_contents("$this->notices/$name.json", OpenlFixture::json(['schema' => 1, 'version' => $version, 'title' => OpenlFixture::words($name), 'parts' => [['title' => OpenlFixture::words('part'), 'text' => OpenlFixture::words("text of $version")]]]));
		}
	}

	/**
	 * Made anew each time, as for another request.
	 *
	 * @template T of object
	 * @param class-string<T> $class
	 * @return T
	 */
	public function get(string $class): object {
		$container = new Container([], ['noticeFolder' => $this->notices]);
		foreach ([
			Port\Clock::class => $this->clock, Port\Database::class => $this->database, Port\Settings::class => $this->settings,
			Port\Secrets::class => new PlainSecrets(), Port\Random::class => new SystemRandom(), Port\Http::class => $this->http,
			Port\NamedObservatory::class => $this->named, Port\Urls::class => new FakeUrls(), Port\People::class => new FakePeople(),
			Port\Preferences::class => $this->preferences, Port\Members::class => $this->members, Port\Texts::class => new FakeTexts('en'),
			SpaceFigures::class => $this->figures,
		] as $port => $fake) {
			$container->set($port, $fake);
		}
		return $container->get($class);
	}

	/** @param list<string> $leftOut */
	public function decide(string $surveys, bool $figures = false, array $leftOut = [], string $who = 'camille'): void {
		$this->get(Decide::class)->decide($who, SurveyLevel::from($surveys), $figures, $leftOut, $this->notice());
	}

	/** As somebody does who looks at the list first: only then it can be said which figures are asked for. */
	public function takePart(bool $figures = true): void {
		$this->decide('see');
		$this->decide('answer', $figures);
	}

	public function notice(): string {
		return $this->get(Notices::class)->current()->sha256;
	}

	/**
	 * @param array<string, mixed> $answers by question; those of the fixture when there are none
	 * @param array<string, string> $texts
	 * @return array{code: string, texts: list<array{question: string, code: string}>, from: string, until: string}
	 */
	public function answer(string $userId, array $answers = [], array $texts = []): array {
		$list = [];
		foreach ($answers === [] ? OpenlFixture::answers() : $answers as $question => $answer) {
			$list[] = ['question' => $question, 'answer' => $answer];
		}
		$words = [];
		foreach ($texts as $question => $text) {
			$words[] = ['question' => $question, 'text' => $text];
		}
		return $this->get(SealAnswers::class)->seal($userId, OpenlFixture::SURVEY, $list, $words, $this->notice(), false);
	}

	public function withdraw(string $userId, string $code): WithdrawalResult {
		return $this->get(WithdrawByCode::class)->withdraw($userId, $code);
	}

	/** The job, every hour, until that much time has passed. */
	public function days(int $days): void {
		for ($hour = 0; $hour < $days * 24; $hour++) {
			$this->work();
			$this->clock->advance(3_600);
		}
	}

	public function work(bool $atOnce = false): int {
		return $this->get(WorkOnSurveys::class)->work($atOnce);
	}

	/** @return list<string> sentences */
	public function troubles(): array {
		return $this->get(SurveyWords::class)->troubles();
	}

	/** Every row of these tables of the panel, all when none is named, as a dump of the database has it. */
	public function dump(string ...$tables): string {
		$dump = '';
		foreach ($tables === [] ? ['consent', 'token', 'queue', 'sent', 'roll', 'figures'] : $tables as $table) {
			$dump .= json_encode($this->database->query("SELECT * FROM *PREFIX*compagnon_survey_$table"), JSON_THROW_ON_ERROR) . "\n";
		}
		return $dump;
	}
}
