<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Contract;

use OCA\Compagnon\Tests\Fake\FakeTexts;
use OCA\Compagnon\Transfer\Fault\FaultKind;
use OCA\Compagnon\Transfer\Item\Item;
use OCA\Compagnon\Transfer\Item\ItemState;
use OCA\Compagnon\Transfer\Source\Google\DriveApi;
use OCA\Compagnon\Transfer\Source\Google\DriveCrawl;
use OCA\Compagnon\Transfer\Source\Google\DriveFaults;
use OCA\Compagnon\Transfer\Source\Google\DriveFolders;
use OCA\Compagnon\Transfer\Source\Google\DrivePlan;
use OCA\Compagnon\Transfer\Source\Google\DriveShortcuts;
use OCA\Compagnon\Transfer\Source\Google\GoogleSource;
use OCA\Compagnon\Transfer\Source\Source;
use PHPUnit\Framework\Attributes\CoversClass;

#[CoversClass(GoogleSource::class)]
final class GoogleSourceTest extends StandInSource {
	private const EXTENSIONS = ['document' => 'docx', 'spreadsheet' => 'xlsx', 'presentation' => 'pptx', 'drawing' => 'png', 'script' => 'json', 'vid' => 'mp4'];
	private const CODES = ['form' => 'form', 'site' => 'site', 'map' => 'map', 'jam' => 'not_exportable', 'drive-sdk.796396377186' => 'other_app'];
	private const GONE = '1DisparuDisparuDisparuDisparuDisp';

	#[\Override]
	protected function provider(): string {
		return 'google';
	}

	#[\Override]
	protected function source(): Source {
		$http = $this->accountHttp();
		$faults = new DriveFaults($this->clock);
		$api = new DriveApi($http, $faults);
		return new GoogleSource(new DriveFolders($api, new FakeTexts()), new DrivePlan($api), new DriveCrawl($api, new DriveShortcuts($api), new FakeTexts()), $faults, $api, $http);
	}

	#[\Override]
	protected function chosen(): array {
		return ['Budget et planning', 'Budget et planning/Factures'];
	}

	#[\Override]
	protected function stubborn(): array {
		return ['/Documents Google/Album de l’année'];
	}

	public function testADocumentThatIsTooLargeComesByItsLink(): void {
		$source = $this->source();
		$item = $this->found('Album de l’année.docx');
		$request = $source->fetch($this->access, $item, 0)->request ?? self::fail('no request');
		$fault = $source->fault($this->http()->send($request), $item);
		self::assertSame([FaultKind::Again, 'too_large_to_export'], [$fault->kind, $fault->reason]);
		$again = new Item('r', $item->key, $item->kind, $item->sourceId, null, $item->name, $item->name, ItemState::Queued, null, code: $fault->reason, extra: $item->extra);
		$answer = $this->http()->send($source->fetch($this->access, $again, 0)->request ?? self::fail('no request'));

		self::assertSame([200, 'PK'], [$answer->status, substr($answer->body, 0, 2)]);
		self::assertGreaterThan(10 * 1024 * 1024, strlen($answer->body));
	}

	#[\Override]
	protected function madeFolders(): array {
		return ['Shared with me' => null];
	}

	#[\Override]
	protected function download(array $item, string $token): string {
		// The one that asks for its key.
		$key = $item['name'] === 'Plan du quartier.pdf' ? ['X-Goog-Drive-Resource-Keys: ' . self::text($item['id']) . '/0-aBcDeFgHiJkLmNoPqRs'] : [];
		return $this->standIn()->raw('www.googleapis.com/drive/v3/files/' . self::text($item['id']) . '?alt=media&supportsAllDrives=true', 'GET', ["Authorization: Bearer $token", ...$key]);
	}

	#[\Override]
	protected function expected(array $item): array {
		$name = self::text($item['name']);
		return match ($item['kind']) {
			'shortcut' => [$name, $item['target'] === self::GONE ? 'dangling_shortcut' : 'shortcut_inside'],
			'native' => [$name . (isset(self::EXTENSIONS[$item['mime']]) ? '.' . self::EXTENSIONS[$item['mime']] : ''), self::CODES[$item['mime']] ?? null],
			default => [$name, $item['canDownload'] === false ? 'not_downloadable' : null],
		};
	}

	#[\Override]
	protected function placeOf(array $item): ?string {
		$path = self::text($item['path']);
		if ($item['trashed'] === true || $path === '') {
			// The root is no item; a shared drive is a folder at the top.
			return $item['trashed'] === true || $item['drive'] === null ? null : '';
		}
		$isForeign = $item['owned'] === false && $item['drive'] === null;
		// What lies in a path holds slashes of names, too: only its own name is cut off.
		$above = substr($path, 0, -strlen('/' . self::text($item['name'])));
		return ($item['drive'] === null ? ($isForeign ? 'Shared with me' : '') : 'Drive du bureau') . $above;
	}
}
