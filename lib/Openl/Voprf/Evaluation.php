<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Openl\Voprf;

use OCA\Compagnon\Openl\Base64;
use OCA\Compagnon\Openl\Flaw;
use OCA\Compagnon\Openl\Malformed;

/** What the issuer answers to a batch: an element for each, and one proof for all. */
final readonly class Evaluation {
	/**
	 * @param list<string> $elements 32 bytes each
	 * @param string $proof 64 bytes
	 */
	public function __construct(
		public array $elements,
		public string $proof,
	) {
	}

	/**
	 * @param array<array-key, mixed> $answer as `toArray()` gives it
	 * @throws Malformed
	 */
	public static function read(array $answer): self {
		$elements = $answer['elements'] ?? null;
		if (!is_array($elements) || !array_is_list($elements) || count($elements) > Issuer::MOST) {
			throw new Malformed('elements', Flaw::Size);
		}
		return new self(
			array_map(static fn (mixed $element): string => Base64::read($element, Group::BYTES, 'elements'), $elements),
			Base64::read($answer['proof'] ?? null, Dleq::BYTES, 'proof'),
		);
	}

	/** @return array{elements: list<string>, proof: string} in base64 */
	public function toArray(): array {
		return ['elements' => array_map(base64_encode(...), $this->elements), 'proof' => base64_encode($this->proof)];
	}
}
