<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Openl\Voprf;

use OCA\Compagnon\Openl\Base64;
use OCA\Compagnon\Openl\Malformed;
use OCA\Compagnon\Openl\Token;

/** A token to be: what is sent of it is the element, what stays secret is the rest. */
final readonly class Blinded {
	public function __construct(
		#[\SensitiveParameter]
		public string $nonce,
		#[\SensitiveParameter]
		public string $blind,
		public string $element,
	) {
	}

	/** @return string for the space itself, to be kept sealed */
	public function toText(): string {
		return base64_encode($this->nonce . $this->blind . $this->element);
	}

	/** @throws Malformed */
	public static function fromText(#[\SensitiveParameter] string $text): self {
		[$nonce, $blind, $element] = str_split(Base64::read($text, Token::NONCE_BYTES + 2 * Group::BYTES, 'blinded'), Group::BYTES);
		return new self($nonce, Group::scalar($blind, 'blinded'), Group::element($element, 'blinded'));
	}
}
