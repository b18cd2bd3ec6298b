<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory\Registry;

use OCA\Compagnon\Error\Gone;
use OCA\Compagnon\Error\Invalid;
use OCA\Compagnon\Error\NotFound;
use OCA\Compagnon\Error\Refusal;
use OCA\Compagnon\Error\Refused;
use OCA\Compagnon\Observatory\IssuerSeeds;
use OCA\Compagnon\Openl\Base64;
use OCA\Compagnon\Openl\Malformed;
use OCA\Compagnon\Openl\ReportKind;
use OCA\Compagnon\Openl\SignedMessage;
use OCA\Compagnon\Openl\Voprf\Group;
use OCA\Compagnon\Openl\Voprf\Issuer;
use OCA\Compagnon\Port\Clock;

/** Gives a space the tokens of a period: as many as any other gets, whatever it does with them. */
final readonly class IssueTokens {
	public function __construct(
		private Messages $messages,
		private Spaces $spaces,
		private Offers $offers,
		private Issued $issued,
		private IssuerSeeds $seeds,
		private Issuer $issuer,
		private Clock $clock,
	) {
	}

	/**
	 * @param array<string, mixed> $signed message, key, signature
	 * @return array{elements: list<string>, proof: string, stratum: string}
	 * @throws Refusal
	 */
	public function issue(array $signed): array {
		$message = $this->messages->read($signed, ['tokens']);
		$space = $this->spaces->entitled(base64_encode($message->key), gmdate('Y-m-d', $this->clock->now()))
			?? throw new Refused('This space has not enrolled, or nobody vouches for it any more.');
		$offer = $this->offers->find(self::text($message, 'survey'), self::text($message, 'period'))
			?? throw new NotFound('Nobody asks this here.');
		$kind = ReportKind::tryFrom(self::text($message, 'kind'));
		if ($kind === null || !in_array($kind, $offer->kinds, true)) {
			throw Invalid::kind('kind');
		}
		if (!$offer->isOpen) {
			throw new Gone('This survey is over. There are no tokens for it any more.');
		}
		$blinded = self::blinded($message, self::quota($kind));
		$key = $this->seeds->key($offer->seed, $offer->survey, $offer->period, $kind, $space->stratum);
		try {
			$evaluation = $this->issuer->evaluate($key, $blinded);
		} catch (Malformed) {
			throw Invalid::kind('blinded');
		}
		// Noted only now: what cannot be answered uses nothing up.
		if (!$this->issued->note($offer, $kind, $space, count($blinded), hash('sha256', implode($blinded)))) {
			throw new OtherBatch();
		}
		return $evaluation->toArray() + ['stratum' => $space->stratum->value];
	}

	/** Ten for members whatever the size of the space: no published cell can come from one space alone. */
	private static function quota(ReportKind $kind): int {
		return $kind === ReportKind::SpaceFigures ? 1 : 10;
	}

	/**
	 * @return list<string> 32 bytes each
	 * @throws Invalid
	 */
	private static function blinded(SignedMessage $message, int $quota): array {
		$given = $message->fields['blinded'] ?? null;
		if (!is_array($given) || count($given) !== $quota) {
			throw new Invalid('blinded', 'There are exactly {quota} tokens of this kind for each space.', ['quota' => (string)$quota]);
		}
		try {
			return array_map(static fn (mixed $element): string => Base64::read($element, Group::BYTES, 'blinded'), array_values($given));
		} catch (Malformed) {
			throw Invalid::kind('blinded');
		}
	}

	private static function text(SignedMessage $message, string $name): string {
		$value = $message->fields[$name] ?? null;
		return is_string($value) ? $value : throw Invalid::kind($name);
	}
}
