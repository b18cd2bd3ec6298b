<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Transfer\Source\Google;

use OCA\Compagnon\Http\Answer;
use OCA\Compagnon\Http\Request;
use OCA\Compagnon\Tests\Unit\Transfer\Oauth\OauthWorld;
use OCA\Compagnon\Transfer\Fault\Fault;
use OCA\Compagnon\Transfer\Fault\FaultKind;
use OCA\Compagnon\Transfer\Fault\FaultWords;
use OCA\Compagnon\Transfer\Hash\HashAlgorithm;
use OCA\Compagnon\Transfer\Source\Choice;
use OCA\Compagnon\Transfer\Source\Google\DriveApi;
use OCA\Compagnon\Transfer\Source\Google\DriveCrawl;
use OCA\Compagnon\Transfer\Source\Google\DriveCursor;
use OCA\Compagnon\Transfer\Source\Google\DriveFolders;
use OCA\Compagnon\Transfer\Source\Google\DriveItems;
use OCA\Compagnon\Transfer\Source\Google\DrivePlan;
use OCA\Compagnon\Transfer\Source\Google\GoogleSource;
use OCA\Compagnon\Transfer\Source\SourceFolder;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

#[CoversClass(GoogleSource::class)]
#[CoversClass(DriveApi::class)]
#[CoversClass(DriveCrawl::class)]
#[CoversClass(DriveCursor::class)]
#[CoversClass(DriveFolders::class)]
#[CoversClass(DriveItems::class)]
#[CoversClass(DrivePlan::class)]
final class DriveListingTest extends TestCase {
	private FakeDrive $drive;

	#[\Override]
	protected function setUp(): void {
		$this->drive = new FakeDrive();
	}

	public function testTheOwnDriveIsSearchedFlatPageByPage(): void {
		$this->drive->folder('f');
		for ($i = 0; $i < 5; $i++) {
			$this->drive->file("a$i", 'f');
		}
		$this->drive->page = 2;

		self::assertSame(['a0' => 'f', 'a1' => 'f', 'a2' => 'f', 'a3' => 'f', 'a4' => 'f', 'f' => null], $this->drive->tree(new Choice(['mine'])));
		self::assertSame(array_fill(0, 3, "'me' in owners and trashed=false"), $this->drive->searches());
		$query = FakeDrive::query($this->drive->world->http->asked[1]);
		self::assertSame(['1000', 'true', 'true', 'user', 'drive'], [$query['pageSize'], $query['supportsAllDrives'], $query['includeItemsFromAllDrives'], $query['corpora'], $query['spaces']]);
		self::assertStringContainsString('permissions(emailAddress,domain,role,type)', $query['fields']);
		self::assertStringStartsWith('nextPageToken,incompleteSearch,files(', $query['fields']);
	}

	public function testWhatLiesInTheBinIsNotListed(): void {
		$this->drive->file('a');
		$this->drive->file('b', with: ['trashed' => true]);

		self::assertSame(['a'], array_keys($this->drive->items(new Choice(['mine']))));
	}

	public function testAFileSaysAllThatIsKnown(): void {
		$this->drive->file('a', with: [
			'name' => "Bilan / 2019\n",
			'size' => '10240',
			'md5Checksum' => 'd41d8cd98f00b204e9800998ecf8427e',
			'sha256Checksum' => 'e3b0',
			'resourceKey' => 'k-1',
			'webViewLink' => 'https://drive.google.com/file/d/a/view?usp=drivesdk',
			'permissions' => [['type' => 'user', 'emailAddress' => 'lou@jardin.example', 'role' => 'owner'], ['type' => 'user', 'emailAddress' => 'sasha@jardin.example', 'role' => 'writer'], ['type' => 'domain', 'domain' => 'jardin.example', 'role' => 'reader'], ['type' => 'anyone', 'role' => 'reader']],
		]);
		$item = $this->drive->items()['a'];

		self::assertSame(["Bilan / 2019\n", 10240, 1577934245, HashAlgorithm::Md5, 'd41d8cd98f00b204e9800998ecf8427e', 'd41d8cd98f00b204e9800998ecf8427e'], [$item->name, $item->size, $item->modifiedAt, $item->algorithm, $item->hash, $item->revision]);
		self::assertSame(['sasha@jardin.example', 'jardin.example', 'anyone'], $item->people);
		self::assertSame(['key' => 'k-1', 'own' => true], $item->extra);
		self::assertSame('https://drive.google.com/file/d/a/view?usp=drivesdk', $item->link);
	}

	public function testALinkIsMadeWhereDriveGivesNone(): void {
		$this->drive->folder('f');
		$this->drive->file('a');
		$items = $this->drive->items(new Choice(['mine']));

		self::assertSame(['https://drive.google.com/file/d/a/view', 'https://drive.google.com/drive/folders/f'], [$items['a']->link, $items['f']->link]);
	}

	/** @return iterable<string, array{string, 'office'|'opendocument'|'pdf', string, ?string, ?string}> */
	public static function natives(): iterable {
		yield 'document' => ['document', 'office', 'Rapport.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', null];
		yield 'document, open' => ['document', 'opendocument', 'Rapport.odt', 'application/vnd.oasis.opendocument.text', null];
		yield 'document, pdf' => ['document', 'pdf', 'Rapport.pdf', 'application/pdf', null];
		yield 'spreadsheet' => ['spreadsheet', 'office', 'Rapport.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', null];
		yield 'spreadsheet, open' => ['spreadsheet', 'opendocument', 'Rapport.ods', 'application/x-vnd.oasis.opendocument.spreadsheet', null];
		yield 'presentation, open' => ['presentation', 'opendocument', 'Rapport.odp', 'application/vnd.oasis.opendocument.presentation', null];
		yield 'drawing' => ['drawing', 'office', 'Rapport.png', 'image/png', null];
		yield 'drawing, pdf' => ['drawing', 'pdf', 'Rapport.pdf', 'application/pdf', null];
		yield 'script' => ['script', 'pdf', 'Rapport.json', 'application/vnd.google-apps.script+json', null];
		yield 'video' => ['vid', 'office', 'Rapport.mp4', 'video/mp4', null];
		yield 'form' => ['form', 'office', 'Rapport', null, 'form'];
		yield 'site' => ['site', 'office', 'Rapport', null, 'site'];
		yield 'map' => ['map', 'office', 'Rapport', null, 'map'];
		yield 'jamboard' => ['jam', 'office', 'Rapport', null, 'not_exportable'];
		yield 'table' => ['fusiontable', 'office', 'Rapport', null, 'not_exportable'];
		yield 'of another program' => ['drive-sdk.796396377186', 'office', 'Rapport', null, 'other_app'];
		yield 'of a kind to come' => ['hologram', 'office', 'Rapport', null, 'not_exportable'];
	}

	/** @param 'office'|'opendocument'|'pdf' $documents */
	#[DataProvider('natives')]
	public function testGooglesOwnDocumentsBecomeFilesOrALineInTheReport(string $kind, string $documents, string $name, ?string $export, ?string $unsupported): void {
		$this->drive->file('a', with: ['name' => 'Rapport', 'mimeType' => "application/vnd.google-apps.$kind", 'size' => null, 'md5Checksum' => null, 'exportLinks' => ['application/pdf' => 'https://docs.google.com/a?exportFormat=pdf']]);
		$item = $this->drive->items(new Choice(['mine'], documents: $documents))['a'];

		self::assertTrue($unsupported === null || FaultWords::knows($unsupported));
		self::assertSame([$name, null, null, '2020-01-02T03:04:05.678Z', $unsupported], [$item->name, $item->size, $item->hash, $item->revision, $item->unsupported]);
		self::assertSame($export, $item->extra['export'] ?? null);
		self::assertSame($export === 'application/pdf' ? 'https://docs.google.com/a?exportFormat=pdf' : null, $item->extra['exportLink'] ?? null);
	}

	public function testADocumentThatIsNamedLikeAFileKeepsItsName(): void {
		$this->drive->file('a', with: ['name' => 'Budget.XLSX', 'mimeType' => 'application/vnd.google-apps.spreadsheet', 'size' => null]);

		self::assertSame('Budget.XLSX', $this->drive->items()['a']->name);
	}

	public function testADocumentAndAFileOfTheSameNameAreBothListed(): void {
		$this->drive->file('a', with: ['name' => 'Rapport', 'mimeType' => 'application/vnd.google-apps.document', 'size' => null]);
		$this->drive->file('b', with: ['name' => 'Rapport.docx']);
		$items = $this->drive->items(new Choice(['mine']));

		self::assertSame(['Rapport.docx', 'Rapport.docx'], [$items['a']->name, $items['b']->name]);
	}

	public function testWhatItsOwnerDoesNotLetOutIsToldAtOnce(): void {
		$this->drive->file('a', with: ['capabilities' => ['canDownload' => false]]);

		self::assertSame(['a' => 'not_downloadable'], $this->drive->tree(new Choice(['mine'])));
	}

	public function testWhatOthersPutIntoOwnFoldersComes(): void {
		$this->drive->folder('f', with: ['shared' => true]);
		$this->drive->folder('private');
		$this->drive->file('mine', 'f');
		$this->drive->file('theirs', 'f', ['ownedByMe' => false]);
		$this->drive->folder('theirs-too', 'f', ['ownedByMe' => false]);
		$this->drive->file('deep', 'theirs-too', ['ownedByMe' => false]);

		self::assertSame(['deep' => 'theirs-too', 'f' => null, 'mine' => 'f', 'private' => null, 'theirs' => 'f', 'theirs-too' => 'f'], $this->drive->tree(new Choice(['mine'])));
		self::assertContains("('f' in parents) and not 'me' in owners and trashed=false", $this->drive->searches());
	}

	public function testSharedDrivesComeEachInItsFolder(): void {
		$this->drive->drives = ['0AD' => 'Bureau', '0AE' => 'Archives'];
		$this->drive->folder('f', '0AD', ['driveId' => '0AD', 'ownedByMe' => false]);
		$this->drive->file('a', 'f', ['driveId' => '0AD', 'ownedByMe' => false]);
		$this->drive->file('b', '0AE', ['driveId' => '0AE', 'ownedByMe' => false]);

		self::assertSame(['0AD' => null, '0AE' => null, 'a' => 'f', 'b' => '0AE', 'f' => '0AD'], $this->drive->tree(new Choice(sharedWithMe: false)));
		self::assertSame(['0AD' => null, 'a' => 'f', 'f' => '0AD'], $this->drive->tree(new Choice(['drive:0AD'])));
		$query = FakeDrive::query($this->drive->world->http->asked[count($this->drive->world->http->asked) - 1]);
		self::assertSame(['drive', '0AD', 'trashed=false'], [$query['corpora'], $query['driveId'], $query['q']]);
	}

	public function testWhatWasSharedComesInAFolderOfItsOwnWithAllBelowIt(): void {
		$this->drive->folder('theirs', '', ['ownedByMe' => false, 'sharedWithMeTime' => '2021-01-01T00:00:00Z', 'resourceKey' => 'k-9']);
		$this->drive->file('inside', 'theirs', ['ownedByMe' => false]);
		$this->drive->file('single', '', ['ownedByMe' => false, 'sharedWithMeTime' => '2021-01-01T00:00:00Z']);

		self::assertSame(['inside' => 'theirs', 'shared_with_me' => null, 'single' => 'shared_with_me', 'theirs' => 'shared_with_me'], $this->drive->tree());
		self::assertSame('theirs/k-9', $this->drive->world->http->asked[count($this->drive->world->http->asked) - 1]->headers['x-goog-drive-resource-keys']);
		self::assertSame([], $this->drive->tree(new Choice(sharedWithMe: false)));
	}

	public function testWhatLiesInAnOwnFolderStaysThereThoughItWasSharedToo(): void {
		$this->drive->folder('f', with: ['shared' => true]);
		$this->drive->file('theirs', 'f', ['ownedByMe' => false, 'sharedWithMeTime' => '2021-01-01T00:00:00Z']);

		self::assertSame(['f' => null, 'shared_with_me' => null, 'theirs' => 'f'], $this->drive->tree());
	}

	public function testChosenFoldersComeWithAllBelowThemButWhatIsLeftOut(): void {
		$this->drive->folder('f');
		$this->drive->folder('g', 'f');
		$this->drive->folder('h', 'f');
		$this->drive->file('a', 'f');
		$this->drive->file('b', 'g', ['ownedByMe' => false]);
		$this->drive->file('c', 'h');
		$this->drive->file('elsewhere');

		self::assertSame(['a' => 'f', 'b' => 'g', 'c' => 'h', 'f' => null, 'g' => 'f', 'h' => 'f'], $this->drive->tree(new Choice(['f'])));
		self::assertSame(['a' => 'f', 'c' => 'h', 'f' => null, 'h' => 'f'], $this->drive->tree(new Choice(['f'], ['g'])));
		self::assertSame(['a' => 'f', 'c' => 'h', 'elsewhere' => null, 'f' => null, 'h' => 'f'], $this->drive->tree(new Choice(['mine'], ['g'])));
	}

	public function testASharedDriveWithoutAFolderIsOpenedFolderByFolder(): void {
		$this->drive->drives = ['0AD' => 'Bureau'];
		$this->drive->folder('f', '0AD', ['driveId' => '0AD']);
		$this->drive->file('a', 'f', ['driveId' => '0AD']);
		$this->drive->file('b', '0AD', ['driveId' => '0AD']);

		self::assertSame(['0AD' => null, 'b' => '0AD'], $this->drive->tree(new Choice(['drive:0AD'], ['f'])));
	}

	public function testFiftyFoldersAreOpenedAtOnce(): void {
		$this->drive->folder('f');
		for ($i = 0; $i < 60; $i++) {
			$this->drive->folder("g$i", 'f');
			$this->drive->file("a$i", "g$i");
		}

		self::assertCount(121, $this->drive->items(new Choice(['f'])));
		self::assertSame([1, 50, 10], array_map(static fn (string $search): int => substr_count($search, 'in parents'), $this->drive->searches()));
	}

	public function testFoldersThatGiveNothingTogetherAreAskedOneByOne(): void {
		$this->drive->folder('f');
		foreach (['g', 'h', 'i'] as $id) {
			$this->drive->folder($id, 'f');
			$this->drive->file("in-$id", $id);
		}
		// As Google does sometimes.
		$this->drive->before = static fn (Request $request): ?Answer => substr_count(FakeDrive::query($request)['q'] ?? '', 'in parents') > 1 ? OauthWorld::json(['files' => []]) : null;

		self::assertSame(['f' => null, 'g' => 'f', 'h' => 'f', 'i' => 'f', 'in-g' => 'g', 'in-h' => 'h', 'in-i' => 'i'], $this->drive->tree(new Choice(['f'])));
	}

	public function testATokenThatIsNoneAnyMoreBeginsAnew(): void {
		$this->drive->file('a');
		$this->drive->file('b');
		$this->drive->page = 1;
		$first = $this->drive->source()->list($this->drive->access, new Choice(['mine']), null);
		$this->drive->before = static fn (Request $request): ?Answer => isset(FakeDrive::query($request)['pageToken']) ? FakeDrive::error(400, 'invalid', 'pageToken') : null;
		$second = $this->drive->source()->list($this->drive->access, new Choice(['mine']), $first->next);
		$this->drive->before = null;

		self::assertTrue($second->restart);
		self::assertSame([], $second->items);
		self::assertNotNull($second->next);
		self::assertEquals($first, $this->drive->source()->list($this->drive->access, new Choice(['mine']), $second->next));
	}

	public function testAnIncompleteSearchIsNoListing(): void {
		$this->drive->before = static fn (Request $request): ?Answer => isset(FakeDrive::query($request)['q']) ? OauthWorld::json(['incompleteSearch' => true, 'files' => []]) : null;

		self::assertSame([FaultKind::Again, 'provider_trouble'], $this->fault(fn (): mixed => $this->drive->items()));
	}

	public function testAChosenFolderThatIsGoneIsToldAndNotPassedOver(): void {
		self::assertSame([FaultKind::Final, 'folder_gone'], $this->fault(fn (): mixed => $this->drive->items(new Choice(['gone']))));
		self::assertSame([FaultKind::Final, 'folder_gone'], $this->fault(fn (): mixed => $this->drive->items(new Choice(['drive:gone']))));
	}

	public function testATokenThatExpiredMeanwhileIsReplacedAndThePageAskedAgain(): void {
		$this->drive->file('a');
		$this->drive->world->clock->advance(600);
		$this->drive->before = static fn (Request $request): ?Answer => match (true) {
			str_contains($request->url, 'oauth2') => OauthWorld::tokens(['access_token' => 'access-2']),
			($request->headers['authorization'] ?? '') === 'Bearer access-1' => FakeDrive::error(401, 'authError'),
			default => null,
		};

		self::assertSame(['a'], array_keys($this->drive->items(new Choice(['mine']))));
	}

	public function testIdsInSearchesAreQuoted(): void {
		self::assertSame("'a\\'b\\\\c'", DriveApi::quoted("a'b\\c"));
	}

	public function testWhatCanBeChosen(): void {
		$this->drive->drives = ['0AD' => 'Bureau'];
		$this->drive->folder('f10', with: ['name' => 'Dossier 10']);
		$this->drive->folder('f9', with: ['name' => 'dossier 9']);
		$this->drive->folder('g', 'f9');
		$this->drive->folder('d', '0AD', ['driveId' => '0AD']);
		$this->drive->folder('e', 'd', ['driveId' => '0AD']);
		$this->drive->folder('theirs', '', ['ownedByMe' => false, 'sharedWithMeTime' => '2021-01-01T00:00:00Z']);
		$this->drive->file('a');

		self::assertSame([['mine', 'mine', 4711], ['drive:0AD', 'shared_drive', null], ['shared_with_me', 'shared_with_me', null]], array_map(static fn (SourceFolder $folder): array => [$folder->id, $folder->kind, $folder->size], $this->drive->source()->folders($this->drive->access, null)));
		self::assertSame(['f9', 'f10'], $this->folders('mine'));
		self::assertSame(['g'], $this->folders('f9'));
		self::assertSame(['d'], $this->folders('drive:0AD'));
		self::assertSame(['e'], $this->folders('d'));
		self::assertSame(['theirs'], $this->folders('shared_with_me'));
	}

	/** @return list<string> */
	private function folders(string $folder): array {
		return array_map(static fn (SourceFolder $one): string => $one->id, $this->drive->source()->folders($this->drive->access, $folder));
	}

	/**
	 * @param \Closure(): mixed $do
	 * @return array{FaultKind, string}
	 */
	private function fault(\Closure $do): array {
		try {
			$do();
		} catch (Fault $e) {
			return [$e->kind, $e->reason];
		}
		self::fail('it was listed');
	}
}
