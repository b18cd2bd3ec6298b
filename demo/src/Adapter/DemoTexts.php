<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Demo\Adapter;

use OCA\Compagnon\Demo\Account\Accounts;
use OCA\Compagnon\Demo\Account\Visitor;
use OCA\Compagnon\Port\Texts;

final class DemoTexts implements Texts {
	/** @var array<string, string>|null */
	private ?array $french = null;

	public function __construct(
		private readonly Visitor $visitor,
		private readonly Accounts $accounts,
	) {
	}

	#[\Override]
	public function t(string $sentence, array $values = []): string {
		$translated = $this->language() === 'fr' ? ($this->french()[$sentence] ?? $sentence) : $sentence;
		$places = array_map(static fn (string $name): string => '{' . $name . '}', array_keys($values));
		return str_replace($places, array_values($values), $translated);
	}

	#[\Override]
	public function of(string $userId): self {
		return new self(new Visitor($this->accounts->find($userId), '', 'fr'), $this->accounts);
	}

	#[\Override]
	public function in(string $language): self {
		return new self(new Visitor(null, '', $language), $this->accounts);
	}

	#[\Override]
	public function language(): string {
		return $this->visitor->account->language ?? $this->visitor->browserLanguage;
	}

	/** @return array<string, string> */
	private function french(): array {
		if ($this->french === null) {
			$file = json_decode((string)file_get_contents(__DIR__ . '/../../../l10n/fr.json'), true, flags: JSON_THROW_ON_ERROR);
			/** @var array{translations: array<string, string>} $file */
			$this->french = $file['translations'];
		}
		return $this->french;
	}
}
