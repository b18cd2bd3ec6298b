<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Fake;

use OCA\Compagnon\Http\Answer;
use OCA\Compagnon\Http\Request;
use OCA\Compagnon\Http\Unreachable;
use OCA\Compagnon\Http\UnreachableKind;
use OCA\Compagnon\Openl\CatalogueSignature;
use OCA\Compagnon\Openl\IssuerInfo;
use OCA\Compagnon\Openl\Period;
use OCA\Compagnon\Openl\ReportKind;
use OCA\Compagnon\Openl\Stratum;
use OCA\Compagnon\Openl\Voprf\IssuerKey;

/**
 * The other end of the wire, on lib/Openl: a catalogue that is a chain, a registry and a collector. It can be down, busy,
 * lie, turn its keys and tamper with its catalogue.
 */
final class FakeObservatory {
	public const ADDRESS = 'https://openl.example.org';

	/** What it says to everything: a status, or 0 for no answer at all. Null: it works. */
	public ?int $trouble = null;
	/** Seconds it asks to be left alone for, with a trouble of 429 or 503. */
	public ?int $retryAfter = null;
	/** Shows this catalogue as the newest, instead of the last one. @var array{catalogue: string, signature: string, key: string}|null */
	public ?array $shown = null;
	/** @var list<array{catalogue: string, signature: string, key: string}> */
	public array $chain = [];
	/** @var array<string, string> texts by survey and period */
	public array $releases = [];
	/** @var list<array{method: string, path: string}> */
	public array $asked = [];
	public readonly FakeRegistry $registry;
	public readonly FakeCollector $collector;
	public string $catalogueSeed = 'catalogue';
	public string $issuerSeed = 'issuer';

	/**
	 * @param FixedClock $clock its own
	 * @param string $period of its surveys
	 * @param array<string, string|list<array<string, mixed>>> $always changes of each catalogue, by place
	 */
	public function __construct(
		public readonly FixedClock $clock,
		private readonly string $period = OpenlFixture::PERIOD,
		private readonly array $always = [],
		public readonly string $address = self::ADDRESS,
	) {
		$this->registry = new FakeRegistry($this);
		$this->collector = new FakeCollector($this);
		$this->publish();
	}

	/** @return array{address: string, key: string} as a space names it */
	public function named(): array {
		return ['address' => $this->address, 'key' => base64_encode(sodium_crypto_sign_publickey(self::signPair('catalogue')))];
	}

	public function http(): FakeHttp {
		return new FakeHttp($this->answer(...));
	}

	/**
	 * Makes the next catalogue.
	 *
	 * @param array<string, mixed> $changes by place, as OpenlFixture::with takes them
	 */
	public function publish(array $changes = [], ?string $nextSeed = null): void {
		$last = $this->chain === [] ? null : $this->chain[count($this->chain) - 1]['catalogue'];
		$next = sodium_crypto_sign_publickey(self::signPair($nextSeed ?? $this->catalogueSeed));
		$data = OpenlFixture::catalogue($next, count($this->chain) + 1, $last === null ? null : hash('sha256', $last));
		$data['results'] = [];
		$data = OpenlFixture::with($data, 'keys.sealing', base64_encode(sodium_crypto_box_publickey($this->collector->sealing[0])));
		$data = OpenlFixture::with($data, 'keys.receipts', base64_encode(sodium_crypto_sign_publickey($this->collector->receipts)));
		foreach ([[OpenlFixture::SURVEY, [ReportKind::MemberAnswers, ReportKind::MemberText]], [$this->always['surveys.1.id'] ?? OpenlFixture::FIGURES, [ReportKind::SpaceFigures]]] as $at => [$survey, $kinds]) {
			foreach (Stratum::cases() as $stratum) {
				foreach ($kinds as $kind) {
					$data = OpenlFixture::with($data, "surveys.$at.issuers.$stratum->value.$kind->value", base64_encode($this->issuer(is_string($survey) ? $survey : '', $this->period, $kind, $stratum)->publicKey));
				}
			}
		}
		foreach ($changes + $this->always + ['surveys.0.period' => $this->period, 'surveys.1.period' => $this->period] as $place => $value) {
			$data = OpenlFixture::with($data, $place, $value);
		}
		$this->chain[] = self::signed(OpenlFixture::json($data), $this->catalogueSeed);
		$this->catalogueSeed = $nextSeed ?? $this->catalogueSeed;
	}

	public function issuer(string $survey, string $period, ReportKind $kind, Stratum $stratum): IssuerKey {
		return IssuerKey::derive(hash('sha256', $this->issuerSeed, true), IssuerInfo::of($survey, new Period($period), $kind, $stratum));
	}

	/** @return array{catalogue: string, signature: string, key: string} */
	public static function signed(string $text, string $seed): array {
		return ['catalogue' => $text] + CatalogueSignature::sign($text, sodium_crypto_sign_secretkey(self::signPair($seed)))->toArray();
	}

	public static function signPair(string $seed): string {
		return sodium_crypto_sign_seed_keypair(hash('sha256', "sign $seed", true));
	}

	/** @return int how often a path was asked for */
	public function count(string $path): int {
		return count(array_filter($this->asked, static fn (array $one): bool => str_starts_with($one['path'], $path)));
	}

	private function answer(Request $request): Answer|Unreachable {
		$path = substr($request->url, strlen($this->address . '/ocs/v2.php/apps/compagnon/api/v1/observatory/'));
		$this->asked[] = ['method' => $request->method, 'path' => $path];
		if ($this->trouble === 0) {
			return new Unreachable(UnreachableKind::NoConnection, 'down');
		}
		$body = json_decode($request->body ?? '{}', true);
		[$status, $data] = match (true) {
			$this->trouble !== null => [$this->trouble, []],
			$request->method === 'GET' => $this->page($path),
			default => is_array($body) ? $this->change($path, $body) : [400, []],
		};
		$headers = ['date' => gmdate('D, d M Y H:i:s', $this->clock->now) . ' GMT'] + ($this->retryAfter === null ? [] : ['retry-after' => (string)$this->retryAfter]);
		$answer = new Answer($status, $headers, json_encode(['ocs' => ['meta' => [], 'data' => $data]], JSON_THROW_ON_ERROR));
		return $this->collector->losesAnswers && str_starts_with($path, 'collector/') ? new Unreachable(UnreachableKind::Cut, 'the answer got lost') : $answer;
	}

	/** @return array{int, array<array-key, mixed>} */
	private function page(string $path): array {
		if ($path === 'catalogue') {
			return [200, $this->shown ?? $this->chain[count($this->chain) - 1]];
		}
		if (preg_match('#^catalogue/(\d+)$#D', $path, $found) === 1) {
			return isset($this->chain[(int)$found[1] - 1]) ? [200, $this->chain[(int)$found[1] - 1]] : [404, []];
		}
		$release = $this->releases[substr($path, strlen('releases/'))] ?? null;
		return $release === null ? [404, []] : [200, ['release' => $release]];
	}

	/**
	 * @param array<array-key, mixed> $body
	 * @return array{int, array<array-key, mixed>}
	 */
	private function change(string $path, array $body): array {
		return match ($path) {
			'registry/enrolments' => $this->registry->enrol($body),
			'registry/tokens' => $this->registry->tokens($body),
			'collector/reports' => $this->collector->report($body),
			'collector/withdrawals' => $this->collector->withdraw($body),
			default => [404, []],
		};
	}
}
