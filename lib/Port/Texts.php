<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Port;

/** The sentences of the app, in the person's language. */
interface Texts {
	/**
	 * @param string $sentence English source, as in l10n/fr.json
	 * @param array<string, string> $values for `{name}` in the sentence
	 */
	public function t(string $sentence, array $values = []): string;

	/** @return self the sentences in the language of somebody else, who need not be there: for what they read later */
	public function of(string $userId): self;

	/** @return self the sentences in a language, whoever reads them: "fr", "en" */
	public function in(string $language): self;

	/** @return string language of the person, two letters: "fr", "en", … */
	public function language(): string;
}
