<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Openl;

/** The collector's signed word that it keeps a report, or that it has erased it. */
final readonly class Receipt {
	public const FORMAT = 'openl-receipt/1';
	private const LONGEST = 1_000;

	/**
	 * @param string $bodyHash hex sha256 of the envelope's bytes
	 * @param string $day as `2026-11-28`, UTC
	 */
	public function __construct(
		public string $reportId,
		public string $bodyHash,
		public string $day,
		public ReceiptKind $kind,
	) {
	}

	/**
	 * @param string $secretKey of the receipts, Ed25519
	 * @return array{receipt: string, signature: string} the signed text, and the signature in base64
	 */
	public function signed(#[\SensitiveParameter] string $secretKey): array {
		$text = json_encode([
			'format' => self::FORMAT,
			'report' => $this->reportId,
			'sha256' => $this->bodyHash,
			'day' => $this->day,
			'kind' => $this->kind->value,
		], JSON_THROW_ON_ERROR | JSON_UNESCAPED_SLASHES);
		return ['receipt' => $text, 'signature' => base64_encode(Signature::of($text, $secretKey))];
	}

	/**
	 * @param array<array-key, mixed> $signed as `signed()` gives it
	 * @throws Malformed when it is none, or not by this key
	 */
	public static function read(array $signed, string $publicKey): self {
		$text = $signed['receipt'] ?? null;
		$signature = Base64::read($signed['signature'] ?? null, SODIUM_CRYPTO_SIGN_BYTES, 'signature');
		if (!is_string($text) || !Signature::fits($text, $signature, $publicKey)) {
			throw new Malformed('signature');
		}
		$fields = Fields::ofJson($text, self::LONGEST, 'receipt');
		if ($fields->take('format') !== self::FORMAT) {
			throw new Malformed('receipt.format', Flaw::Unknown);
		}
		$receipt = new self(
			$fields->text('report', Names::REPORT),
			$fields->text('sha256', Names::SHA256),
			$fields->day('day'),
			ReceiptKind::tryFrom($fields->text('kind', '/^[a-z]{1,20}$/D')) ?? throw new Malformed('receipt.kind'),
		);
		$fields->end();
		return $receipt;
	}
}
