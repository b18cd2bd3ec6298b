<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Contract;

use OCA\Compagnon\Transfer\Fault\FaultKind;
use OCA\Compagnon\Transfer\Source\Dropbox\DropboxApi;
use OCA\Compagnon\Transfer\Source\Dropbox\DropboxCrawl;
use OCA\Compagnon\Transfer\Source\Dropbox\DropboxFaults;
use OCA\Compagnon\Transfer\Source\Dropbox\DropboxSharing;
use OCA\Compagnon\Transfer\Source\Dropbox\DropboxSource;
use OCA\Compagnon\Transfer\Source\Source;
use PHPUnit\Framework\Attributes\CoversClass;

#[CoversClass(DropboxSource::class)]
final class DropboxSourceTest extends StandInSource {
	private const EXPORTED = ['Ordre du jour.paper' => 'Ordre du jour.md', 'Charte du jardin.gdoc' => 'Charte du jardin.docx', 'Adhérents.gsheet' => 'Adhérents.xlsx', 'Diaporama.gslides' => 'Diaporama.pptx'];
	private const CODES = ['Modèle.papert' => 'not_exportable', 'Lien vers le plan' => 'symlink'];

	#[\Override]
	protected function setUp(): void {
		parent::setUp();
		// The first page of each listing is empty, as Dropbox's may be.
		$this->standIn()->control('faults', [['match' => ['path' => '/2/files/list_folder', 'body' => '"recursive":true'], 'do' => ['emptyPage' => true]]]);
	}

	#[\Override]
	protected function provider(): string {
		return 'dropbox';
	}

	#[\Override]
	protected function source(): Source {
		$http = $this->accountHttp();
		$api = new DropboxApi($http, new DropboxFaults($this->clock));
		return new DropboxSource($api, new DropboxCrawl($api, new DropboxSharing($api)), $http);
	}

	#[\Override]
	protected function chosen(): array {
		return ['Budget et planning', 'Budget et planning/Factures'];
	}

	#[\Override]
	protected function stubborn(): array {
		return ['/Cas particuliers/Contenu refusé.mp4'];
	}

	public function testWhatIsNotGivenOutIsToldWhenItIsAskedFor(): void {
		$item = $this->found('Contenu refusé.mp4');
		$answer = $this->http()->send($this->source()->fetch($this->access, $item, 0)->request ?? self::fail('no request'));
		$fault = $this->source()->fault($answer, $item);

		self::assertSame([FaultKind::Unsupported, 'restricted'], [$fault->kind, $fault->reason]);
	}

	#[\Override]
	protected function madeFolders(): array {
		return [];
	}

	#[\Override]
	protected function download(array $item, string $token): string {
		return $this->standIn()->raw('content.dropboxapi.com/2/files/download', 'POST', ["Authorization: Bearer $token", 'Content-Type: application/octet-stream', 'Dropbox-API-Arg: {"path":"' . self::text($item['id']) . '"}']);
	}

	#[\Override]
	protected function expected(array $item): array {
		$name = self::text($item['name']);
		return [self::EXPORTED[$name] ?? $name, self::CODES[$name] ?? null];
	}

	#[\Override]
	protected function placeOf(array $item): ?string {
		$path = self::text($item['path']);
		return $path === '' ? null : substr($path, 0, (int)strrpos($path, '/'));
	}
}
