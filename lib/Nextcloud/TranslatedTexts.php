<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Nextcloud;

use OCA\Compagnon\AppInfo\Application;
use OCA\Compagnon\Port\Texts;
use OCP\IUserManager;
use OCP\L10N\IFactory;

final readonly class TranslatedTexts implements Texts {
	/** @param ?string $code of the language; that of whoever asks when there is none */
	public function __construct(
		private IFactory $factory,
		private IUserManager $users,
		private ?string $code = null,
	) {
	}

	#[\Override]
	public function t(string $sentence, array $values = []): string {
		$translated = $this->factory->get(Application::APP_ID, $this->code)->t(str_replace('%', '%%', $sentence));
		$places = array_map(static fn (string $name): string => '{' . $name . '}', array_keys($values));
		return str_replace($places, array_values($values), $translated);
	}

	#[\Override]
	public function of(string $userId): self {
		return new self($this->factory, $this->users, $this->factory->getUserLanguage($this->users->get($userId)));
	}

	#[\Override]
	public function in(string $language): self {
		return new self($this->factory, $this->users, $language);
	}

	#[\Override]
	public function language(): string {
		return substr(strtolower($this->code ?? $this->factory->findLanguage(Application::APP_ID)), 0, 2);
	}
}
