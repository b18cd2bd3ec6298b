<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Content;

use OCA\Compagnon\Content\ContentFault;
use OCA\Compagnon\Content\FaultWords;
use OCA\Compagnon\Tests\Fake\FakeTexts;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\TestCase;

#[CoversClass(FaultWords::class)]
#[CoversClass(ContentFault::class)]
final class FaultWordsTest extends TestCase {
	public function testSaysWhatIsWrongAndWhatToDoInTheLanguageOfWhoReadsIt(): void {
		$words = new FaultWords($this->french());

		self::assertSame(
			'«~tours/alpha.json~» est inutilisable en l’état. L’étape «~one~» désigne le repère «~files.nowhere~», qui est inconnu. Tout le reste fonctionne. Réinstallez l’application, ou transmettez ce message à la personne qui gère le serveur.',
			$this->plain($words->message(ContentFault::unknownAnchor('tours/alpha.json', 'one', 'files.nowhere'))),
		);
		self::assertSame(
			'«~/srv/tours/garden.json~» est inutilisable en l’état. Le fichier a été fait pour une version plus récente de Compagnon (schéma 2). Mettez Compagnon à jour. Tout le reste fonctionne. Ce n’est pas livré avec Compagnon~: transmettez ce message à la personne qui l’a ajouté.',
			$this->plain($words->message(ContentFault::newer('/srv/tours/garden.json', 2))),
		);
		self::assertStringContainsString('livré', $words->message(ContentFault::relative('tours')));
	}

	public function testTechnicalDetailsAreForTheLogOnly(): void {
		$fault = ContentFault::misfit('tours/alpha.json', 'minutes', 'The data (string) must match the type: integer');

		self::assertSame('La valeur du champ «~minutes~» ne convient pas.', $this->plain((new FaultWords($this->french()))->reason($fault)));
		self::assertStringContainsString('must match the type', $fault->reason);
	}

	private function french(): FakeTexts {
		$file = json_decode((string)file_get_contents(__DIR__ . '/../../../l10n/fr.json'), true, flags: JSON_THROW_ON_ERROR);
		/** @var array{translations: array<string, string>} $file */
		return new FakeTexts('fr', ['fr' => $file['translations']]);
	}

	/** With the spaces that do not break made visible. */
	private function plain(string $words): string {
		return str_replace("\u{a0}", '~', $words);
	}
}
