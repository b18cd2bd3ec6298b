<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Fake;

use OCA\Compagnon\Observatory\Address;
use OCA\Compagnon\Observatory\AddSurvey;
use OCA\Compagnon\Observatory\Catalogues;
use OCA\Compagnon\Observatory\CloseSurvey;
use OCA\Compagnon\Observatory\Collector\Ballots;
use OCA\Compagnon\Observatory\Collector\CheckReport;
use OCA\Compagnon\Observatory\Collector\OpenReport;
use OCA\Compagnon\Observatory\Collector\Refusals;
use OCA\Compagnon\Observatory\Collector\Reports;
use OCA\Compagnon\Observatory\Collector\TakeReport;
use OCA\Compagnon\Observatory\Collector\WithdrawReport;
use OCA\Compagnon\Observatory\CollectorWaves;
use OCA\Compagnon\Observatory\Console\EnableConsole;
use OCA\Compagnon\Observatory\Console\HostConsole;
use OCA\Compagnon\Observatory\Console\SurveyConsole;
use OCA\Compagnon\Observatory\Harvest;
use OCA\Compagnon\Observatory\IssuerSeeds;
use OCA\Compagnon\Observatory\KeyStore;
use OCA\Compagnon\Observatory\MakeCatalogue;
use OCA\Compagnon\Observatory\Mode;
use OCA\Compagnon\Observatory\Organiser;
use OCA\Compagnon\Observatory\ReceiptKey;
use OCA\Compagnon\Observatory\Registry\AddressProof;
use OCA\Compagnon\Observatory\Registry\Attestations;
use OCA\Compagnon\Observatory\Registry\Enrol;
use OCA\Compagnon\Observatory\Registry\Host;
use OCA\Compagnon\Observatory\Registry\Hosts;
use OCA\Compagnon\Observatory\Registry\Issued;
use OCA\Compagnon\Observatory\Registry\IssueTokens;
use OCA\Compagnon\Observatory\Registry\Messages;
use OCA\Compagnon\Observatory\Registry\Nonces;
use OCA\Compagnon\Observatory\Registry\Spaces;
use OCA\Compagnon\Observatory\RegistryOffers;
use OCA\Compagnon\Observatory\RotateKey;
use OCA\Compagnon\Observatory\SealingKeys;
use OCA\Compagnon\Observatory\SigningKeys;
use OCA\Compagnon\Observatory\StandardWords;
use OCA\Compagnon\Observatory\Surveys;
use OCA\Compagnon\Openl\AnswerCheck;
use OCA\Compagnon\Openl\Catalogue;
use OCA\Compagnon\Openl\MetricCheck;
use OCA\Compagnon\Openl\TextCheck;
use OCA\Compagnon\Openl\Voprf\Issuer;
use OCA\Compagnon\Port\Database;
use OCA\Compagnon\Transfer\SystemRandom;

/** A whole observatory over fakes, with one survey and one set of figures, and a host that it knows. */
final class ObservatoryWorld {
	public const ADDRESS = 'https://openl.example';
	public const PERIOD = '2026-Q4';
	/** 2026-11-28 at noon. */
	public const NOON = 1_795_867_200;

	public readonly FixedClock $clock;
	public readonly SystemRandom $random;
	public readonly MemorySettings $settings;
	public readonly FakeHttp $http;
	public readonly KeyStore $keys;
	public readonly Surveys $surveys;
	public readonly Catalogues $catalogues;
	public readonly Hosts $hosts;
	public readonly Attestations $attestations;
	/** @var string Ed25519 secret key of the host that the registry knows */
	public readonly string $hostSecret;

	public function __construct(
		public readonly Database $database,
	) {
		$this->clock = new FixedClock(self::NOON);
		$this->random = new SystemRandom();
		$this->settings = new MemorySettings();
		$this->http = new FakeHttp(static fn (): string => '');
		$this->keys = new KeyStore($this->settings, new PlainSecrets(), $this->clock, $this->random);
		$this->surveys = new Surveys($database);
		$this->catalogues = new Catalogues($database);
		$this->hosts = new Hosts($database);
		$this->attestations = new Attestations($this->hosts, $this->address(), $this->clock, $this->random);
		$this->hostSecret = sodium_crypto_sign_secretkey(sodium_crypto_sign_keypair());
		$this->hosts->add(new Host('asso-host', base64_encode(sodium_crypto_sign_publickey_from_secretkey($this->hostSecret)), '2026-10-01'));
		$this->address()->set(self::ADDRESS);
		$this->rotate()->makeMissing();
		foreach (['survey', 'figures'] as $name) {
			$this->add()->add(self::file($name), self::PERIOD, '2026-10-01', '2026-12-31');
		}
	}

	public static function file(string $name): string {
		return (string)file_get_contents(__DIR__ . "/../Support/observatory/$name.json");
	}

	public function address(): Address {
		return new Address($this->settings, new FakeUrls());
	}

	public function seeds(): IssuerSeeds {
		return new IssuerSeeds($this->keys);
	}

	public function catalogue(): Catalogue {
		return Catalogue::read($this->catalogues->newest()->text ?? '');
	}

	public function makeCatalogue(): MakeCatalogue {
		return new MakeCatalogue(
			$this->surveys,
			$this->catalogues,
			new SigningKeys($this->keys),
			new SealingKeys($this->keys),
			new ReceiptKey($this->keys),
			$this->seeds(),
			new Organiser($this->settings),
			new StandardWords(),
			$this->clock,
		);
	}

	public function add(): AddSurvey {
		return new AddSurvey($this->surveys, $this->seeds(), new Organiser($this->settings), $this->makeCatalogue());
	}

	public function close(): CloseSurvey {
		return new CloseSurvey($this->surveys, $this->makeCatalogue());
	}

	public function rotate(): RotateKey {
		return new RotateKey($this->keys, new SigningKeys($this->keys), $this->surveys, $this->makeCatalogue(), $this->clock);
	}

	public function enrol(): Enrol {
		return new Enrol(
			$this->messages(),
			$this->attestations,
			new AddressProof($this->seeds(), $this->http, $this->clock),
			new Spaces($this->database),
			new Nonces($this->database, $this->clock),
			$this->clock,
		);
	}

	public function tokens(): IssueTokens {
		return new IssueTokens(
			$this->messages(),
			new Spaces($this->database),
			new RegistryOffers($this->surveys, $this->clock),
			new Issued($this->database),
			$this->seeds(),
			new Issuer($this->random),
			$this->clock,
		);
	}

	/** @param ?Database $elsewhere another connection to the same, as another request has one */
	public function take(?Database $elsewhere = null): TakeReport {
		$database = $elsewhere ?? $this->database;
		return new TakeReport(
			new Refusals($database, $this->clock),
			new OpenReport(new SealingKeys($this->keys)),
			new CollectorWaves(new Surveys($database), $this->clock),
			new CheckReport($this->seeds(), new Issuer($this->random), new AnswerCheck(), new MetricCheck(), new TextCheck()),
			new Reports($database),
			new ReceiptKey($this->keys),
			$this->clock,
		);
	}

	public function withdraw(): WithdrawReport {
		return new WithdrawReport(
			new Refusals($this->database, $this->clock),
			new CollectorWaves($this->surveys, $this->clock),
			new Reports($this->database),
			new ReceiptKey($this->keys),
		);
	}

	public function enableConsole(): EnableConsole {
		$mode = new Mode($this->settings);
		return new EnableConsole($mode, $this->rotate(), new SigningKeys($this->keys), $this->catalogues, $this->makeCatalogue(), $this->address(), new Organiser($this->settings));
	}

	public function hostConsole(): HostConsole {
		return new HostConsole($this->hosts, $this->attestations, $this->address(), $this->clock);
	}

	public function surveyConsole(): SurveyConsole {
		return new SurveyConsole(new Mode($this->settings), $this->surveys, $this->add(), $this->close(), $this->harvest(), $this->clock);
	}

	public function harvest(): Harvest {
		return new Harvest(new Ballots(new Reports($this->database)), new Issued($this->database));
	}

	/** @return array{message: string, key: string, signature: string} of the host, for the key of a space */
	public function attestation(string $spaceKey, string $until = '2026-12-31', ?string $to = null): array {
		return $this->attestations->write($this->hostSecret, $spaceKey, $until, $to ?? self::ADDRESS)->toArray();
	}

	private function messages(): Messages {
		return new Messages($this->address(), new Nonces($this->database, $this->clock), $this->clock);
	}
}
