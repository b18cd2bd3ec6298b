<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Demo\Crowd;

use OCA\Compagnon\Demo\Console\Space;
use OCA\Compagnon\Observatory\Address;
use OCA\Compagnon\Observatory\Console\EnableConsole;
use OCA\Compagnon\Observatory\Console\HostConsole;
use OCA\Compagnon\Observatory\Console\SurveyConsole;
use OCA\Compagnon\Observatory\Harvest;
use OCA\Compagnon\Observatory\Mode;
use OCA\Compagnon\Observatory\SigningKeys;
use OCA\Compagnon\Observatory\Surveys;
use OCA\Compagnon\Openl\Period;
use OCA\Compagnon\Openl\ReportKind;
use OCA\Compagnon\Openl\Stratum;
use OCA\Compagnon\Port\Database;
use OCA\Compagnon\Survey\Console\SurveyConsole as SpaceConsole;

/** An observatory beside the demo's space, with a host that vouches for it and for a crowd of generated spaces. */
final readonly class Pair {
	public const ADDRESS = 'https://observatoire.example';
	private const HOST = 'Hébergeur de démonstration';
	private const YEAR_SECONDS = 31_622_400;
	private const FILES = __DIR__ . '/../../../resources/surveys/';
	private const SURVEYS = ['premiere-enquete' => 'premiere-enquete.json', 'chiffres-des-espaces' => 'figures.json'];

	/** @param Space $observatory set up, and listening at `$url` */
	public function __construct(
		private Space $observatory,
		private string $url,
	) {
	}

	/** Turns the mode on and asks both surveys in this quarter, as far as that is not done yet. */
	public function open(Period $period): void {
		$container = $this->observatory->container();
		if (!$container->get(Mode::class)->isOn()) {
			$container->get(EnableConsole::class)->enable(['address' => self::ADDRESS, 'name' => 'Observatoire de démonstration', 'contact' => 'observatoire@example.org']);
		}
		$this->hostKey();
		foreach (self::SURVEYS as $id => $file) {
			if ($container->get(Surveys::class)->find($id, $period->name) === null) {
				$container->get(SurveyConsole::class)->add((string)file_get_contents(self::FILES . $file), $period->name, null, null, null, null);
			}
		}
	}

	/** What whoever runs the server of a space does: names the observatory, with the word of the host. */
	public function nameTo(Space $space): void {
		$key = $space->container()->get(SpaceConsole::class)->key();
		$attestation = $this->observatory->container()->get(HostConsole::class)
			->attest($this->keyFile(), $key, gmdate('Y-m-d', time() + self::YEAR_SECONDS), self::ADDRESS)[0];
		$space->nameObservatory([
			'address' => $this->observatory->container()->get(Address::class)->base(),
			'key' => base64_encode($this->observatory->container()->get(SigningKeys::class)->publicKey()),
			'attestation' => json_decode($attestation, true, flags: JSON_THROW_ON_ERROR),
		], $this->url);
	}

	/** @return bool whether the crowd has answered now; false when it had already */
	public function fill(int $spaces, Period $period): bool {
		$asked = [];
		foreach ([[ReportKind::MemberAnswers, 'premiere-enquete'], [ReportKind::SpaceFigures, 'chiffres-des-espaces']] as [$kind, $id]) {
			if ($this->observatory->container()->get(Harvest::class)->count($id, $period, $kind, Stratum::Attested) === 0) {
				$asked[] = $id;
			}
		}
		if ($asked !== [] && $spaces > 0) {
			(new Crowd(new Line(self::ADDRESS, $this->url), $this->hostKey()))->answer($spaces, $period, $asked);
			// So many messages in some seconds would have the registry ask the next space to come back in a minute.
			$this->observatory->container()->get(Database::class)->execute('DELETE FROM *PREFIX*compagnon_registry_nonce');
		}
		return $asked !== [];
	}

	private function keyFile(): string {
		return $this->observatory->dataFolder . '/host.key';
	}

	/** @return string secret; made, and made known to the observatory, when there is none */
	private function hostKey(): string {
		if (!is_file($this->keyFile())) {
			$hosts = $this->observatory->container()->get(HostConsole::class);
			$hosts->add(self::HOST, $hosts->makeKey($this->keyFile())[1]);
		}
		return (string)base64_decode((string)file_get_contents($this->keyFile()), true);
	}
}
