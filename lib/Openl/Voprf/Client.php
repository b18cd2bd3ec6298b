<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Openl\Voprf;

use OCA\Compagnon\Openl\BadProof;
use OCA\Compagnon\Openl\Flaw;
use OCA\Compagnon\Openl\KeyId;
use OCA\Compagnon\Openl\Malformed;
use OCA\Compagnon\Openl\Token;
use OCA\Compagnon\Port\Random;

/** The side of the space: asks for tokens that the issuer cannot tell apart afterwards. */
final readonly class Client {
	public function __construct(
		private Random $random,
	) {
	}

	/**
	 * RFC 9497, Blind, of nonces by chance.
	 *
	 * @return list<Blinded>
	 */
	public function blind(int $count): array {
		$blinded = [];
		while (count($blinded) < $count) {
			$nonce = $this->random->bytes(Token::NONCE_BYTES);
			$blind = Suite::scalar($this->random);
			$blinded[] = new Blinded($nonce, $blind, Group::multiply($blind, Suite::hashToGroup($nonce)));
		}
		return $blinded;
	}

	/**
	 * RFC 9497, VerifyProof and Finalize of a batch.
	 *
	 * @param list<Blinded> $blinded
	 * @param string $publicKey of the signed catalogue: a key made for this space alone would mark its tokens
	 * @return list<Token>
	 * @throws BadProof
	 */
	public function finish(#[\SensitiveParameter] array $blinded, Evaluation $answer, string $publicKey): array {
		try {
			$this->verify($blinded, $answer, $publicKey);
			return array_map(static fn (Blinded $one, string $element): Token => new Token(
				KeyId::of($publicKey),
				$one->nonce,
				Suite::output($one->nonce, Group::multiply(Group::invert($one->blind), $element)),
			), $blinded, $answer->elements);
		} catch (BadProof $e) {
			throw $e;
		} catch (Malformed $e) {
			throw new BadProof($e);
		}
	}

	/** @param list<Blinded> $blinded */
	private function verify(#[\SensitiveParameter] array $blinded, Evaluation $answer, string $publicKey): void {
		if ($blinded === [] || $answer->elements === [] || count($blinded) !== count($answer->elements) || count($blinded) > Issuer::MOST || strlen($answer->proof) !== Dleq::BYTES) {
			throw new Malformed('elements', Flaw::Size);
		}
		Group::element($publicKey, 'key');
		foreach ($answer->elements as $element) {
			Group::element($element, 'elements');
		}
		if (!Dleq::holds($publicKey, array_map(static fn (Blinded $one): string => $one->element, $blinded), $answer->elements, $answer->proof)) {
			throw new BadProof();
		}
	}
}
