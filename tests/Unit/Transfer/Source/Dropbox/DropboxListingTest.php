<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Transfer\Source\Dropbox;

use OCA\Compagnon\Http\Answer;
use OCA\Compagnon\Http\Request;
use OCA\Compagnon\Http\Unreachable;
use OCA\Compagnon\Http\UnreachableKind;
use OCA\Compagnon\Tests\Unit\Transfer\Oauth\OauthWorld;
use OCA\Compagnon\Transfer\Fault\Fault;
use OCA\Compagnon\Transfer\Fault\FaultKind;
use OCA\Compagnon\Transfer\Hash\HashAlgorithm;
use OCA\Compagnon\Transfer\Source\Choice;
use OCA\Compagnon\Transfer\Source\Dropbox\DropboxApi;
use OCA\Compagnon\Transfer\Source\Dropbox\DropboxCrawl;
use OCA\Compagnon\Transfer\Source\Dropbox\DropboxCursor;
use OCA\Compagnon\Transfer\Source\Dropbox\DropboxItems;
use OCA\Compagnon\Transfer\Source\Dropbox\DropboxPaths;
use OCA\Compagnon\Transfer\Source\Dropbox\DropboxSharing;
use OCA\Compagnon\Transfer\Source\Dropbox\DropboxSource;
use OCA\Compagnon\Transfer\Source\SourceFolder;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

#[CoversClass(DropboxSource::class)]
#[CoversClass(DropboxApi::class)]
#[CoversClass(DropboxCrawl::class)]
#[CoversClass(DropboxCursor::class)]
#[CoversClass(DropboxItems::class)]
#[CoversClass(DropboxPaths::class)]
#[CoversClass(DropboxSharing::class)]
final class DropboxListingTest extends TestCase {
	private FakeDropbox $box;

	#[\Override]
	protected function setUp(): void {
		$this->box = new FakeDropbox();
	}

	public function testEverythingComesInItsPlaceThoughParentsMayComeLater(): void {
		$this->box->file('/Statuts.pdf', 'a');
		$this->box->file('/comptes/2024/Bilan.xlsx', 'b');
		$this->box->folder('/Comptes/2024');
		$this->box->folder('/Comptes');
		$this->box->page = 3;

		self::assertSame(['id:a' => null, 'id:b' => 'path:/comptes/2024', 'path:/comptes' => null, 'path:/comptes/2024' => 'path:/comptes'], $this->box->tree());
		self::assertSame(['files/list_folder', 'files/list_folder/continue'], $this->box->routes());
		self::assertSame(['path' => '', 'recursive' => true, 'limit' => 2000, 'include_deleted' => false, 'include_mounted_folders' => true, 'include_non_downloadable_files' => true], json_decode((string)$this->box->world->http->asked[0]->body, true));
	}

	public function testOnlyTheLastPartOfAShownPathIsBelievedAsToItsCase(): void {
		$this->box->file('/COMPTES/2024/Bilan.xlsx', 'b');
		$this->box->folder('/Comptes');
		$this->box->folder('/comptes/2024');
		$items = $this->box->items();

		self::assertSame(['Bilan.xlsx', 'Comptes', '2024'], [$items['id:b']->name, $items['path:/comptes']->name, $items['path:/comptes/2024']->name]);
	}

	public function testAFileSaysAllThatIsKnown(): void {
		$this->box->file('/Comptes/Été 2024.xlsx', 'b', ['size' => 10240, 'content_hash' => 'abc']);
		$item = $this->box->items()['id:b'];

		self::assertSame(['Été 2024.xlsx', 10240, 1577934245, 'revb', HashAlgorithm::DropboxContent, 'abc'], [$item->name, $item->size, $item->modifiedAt, $item->revision, $item->algorithm, $item->hash]);
		self::assertSame('path:/comptes', $item->parentId);
		self::assertSame([], $item->extra);
	}

	public function testALaterEntryOfAPathWinsAndDeletedOnesGo(): void {
		$this->box->folder('/Old');
		$this->box->file('/Old/a.txt', 'a');
		$this->box->file('/b.txt', 'b');
		$this->box->file('/b.txt', 'c', ['size' => 9]);
		$this->box->file('/moved.txt', 'd');
		$this->box->file('/Sub/moved.txt', 'd');
		$this->box->deleted('/Old');
		$page = $this->box->pages()[0];

		self::assertSame(['id:c', 'id:d'], array_map(static fn ($item): string => $item->id, $page->items));
		self::assertSame('path:/sub', $page->items[1]->parentId);
		self::assertSame(['path:/old'], $page->gone);
	}

	public function testAFolderThatWasDeletedAfterItsPageIsTold(): void {
		$this->box->folder('/Old');
		$this->box->deleted('/Old');
		$this->box->page = 1;

		self::assertSame([[], ['path:/old']], array_map(static fn ($page): array => $page->gone, $this->box->pages()));
		self::assertSame([], $this->box->items());
	}

	public function testAnEmptyPageIsNotTheLast(): void {
		$this->box->file('/a.txt', 'a');
		$this->box->before = static fn (string $route): ?Answer => $route === 'files/list_folder' ? OauthWorld::json(['entries' => [], 'has_more' => true, 'cursor' => '["",true,0]']) : null;

		self::assertSame(['id:a'], array_keys($this->box->items()));
	}

	public function testACursorThatIsNoneAnyMoreBeginsAnew(): void {
		$this->box->file('/a.txt', 'a');
		$this->box->file('/b.txt', 'b');
		$this->box->page = 1;
		$first = $this->box->source()->list($this->box->access, new Choice(), null);
		$this->box->before = static fn (string $route): ?Answer => str_ends_with($route, 'continue') ? FakeDropbox::error(409, 'reset') : null;
		$second = $this->box->source()->list($this->box->access, new Choice(), $first->next);
		$this->box->before = null;

		self::assertSame([true, []], [$second->restart, $second->items]);
		self::assertEquals($first, $this->box->source()->list($this->box->access, new Choice(), $second->next));
	}

	/** @return iterable<string, array{Answer|Unreachable}> */
	public static function troubles(): iterable {
		yield 'too much' => [new Answer(500, [], '')];
		yield 'too slow' => [new Answer(504, [], '')];
		yield 'nothing comes' => [new Unreachable(UnreachableKind::Stalled, 'no')];
	}

	#[DataProvider('troubles')]
	public function testATreeThatIsTooLargeIsListedFolderByFolder(Answer|Unreachable $trouble): void {
		$this->box->folder('/A');
		$this->box->folder('/A/B');
		$this->box->file('/A/B/c.txt', 'c');
		$this->box->file('/d.txt', 'd');
		$this->box->before = static fn (string $route, array $argument): Answer|Unreachable|null => ($argument['recursive'] ?? null) === true ? $trouble : null;

		self::assertSame(['id:c' => 'path:/a/b', 'id:d' => null, 'path:/a' => null, 'path:/a/b' => 'path:/a'], $this->box->tree());
		self::assertSame(['files/list_folder', 'files/list_folder', 'files/list_folder', 'files/list_folder'], $this->box->routes());
	}

	public function testTroubleWithOneFolderIsTrouble(): void {
		$this->box->before = static fn (): Answer => new Answer(500, [], '');

		self::assertSame([FaultKind::Again, 'provider_trouble'], $this->fault(fn (): mixed => $this->box->items()));
	}

	public function testNoAnswerAtAllIsNotTakenForALargeTree(): void {
		$this->box->before = static fn (): Unreachable => new Unreachable(UnreachableKind::NoConnection, 'no');

		self::assertSame([FaultKind::Again, 'unreachable_no_connection'], $this->fault(fn (): mixed => $this->box->items()));
	}

	public function testChosenFoldersComeWithAllBelowThemButWhatIsLeftOut(): void {
		foreach (['/A', '/A/B', '/A/C', '/AB'] as $path) {
			$this->box->folder($path);
			$this->box->file("$path/f.txt", 'in' . strtolower(strtr($path, '/', '-')));
		}
		$this->box->file('/top.txt', 'top');

		self::assertSame(['id:in-a' => 'path:/a', 'id:in-a-b' => 'path:/a/b', 'id:in-a-c' => 'path:/a/c', 'path:/a' => null, 'path:/a/b' => 'path:/a', 'path:/a/c' => 'path:/a'], $this->box->tree(new Choice(['path:/a'])));
		self::assertSame(['id:in-a-b' => 'path:/a/b', 'path:/a/b' => null], $this->box->tree(new Choice(['path:/a/b'])));
		self::assertSame(['id:in-a', 'id:in-a-c', 'path:/a', 'path:/a/c'], array_keys($this->box->items(new Choice(['path:/a'], ['path:/a/b']))));
		self::assertSame(['id:in-ab', 'id:top', 'path:/ab'], array_keys($this->box->items(new Choice([], ['path:/a']))));
		self::assertCount(9, $this->box->items(new Choice(['path:'])));
		self::assertSame('path:/a', $this->box->tree(new Choice(['path:/a/b', 'path:/a']))['path:/a/b']);
	}

	public function testAChosenFolderThatIsGoneIsToldAndNotPassedOver(): void {
		self::assertSame([FaultKind::Final, 'folder_gone'], $this->fault(fn (): mixed => $this->box->items(new Choice(['path:/gone']))));
	}

	/** @return iterable<string, array{string, 'office'|'opendocument'|'pdf', array<string, mixed>, string, ?string, ?string}> */
	public static function documents(): iterable {
		$paper = ['export_as' => 'html', 'export_options' => ['html', 'markdown', 'plain_text']];
		yield 'paper' => ['Notes.paper', 'office', $paper, 'Notes.md', 'markdown', null];
		yield 'paper that is html only' => ['Notes.paper', 'office', ['export_as' => 'html'], 'Notes.html', 'html', null];
		yield 'paper as pdf' => ['Notes.paper', 'pdf', ['export_as' => 'html', 'export_options' => ['html', 'pdf']], 'Notes.pdf', 'pdf', null];
		yield 'document of Google' => ['Lettre.gdoc', 'office', ['export_as' => 'docx', 'export_options' => ['docx']], 'Lettre.docx', 'docx', null];
		yield 'document of Google, open' => ['Lettre.gdoc', 'opendocument', ['export_as' => 'docx', 'export_options' => ['docx', 'odt']], 'Lettre.odt', 'odt', null];
		yield 'an unknown kind in an unknown form' => ['Plan.thing', 'office', ['export_as' => 'dwg'], 'Plan.thing.dwg', 'dwg', null];
		yield 'nothing to export' => ['Lien.web', 'office', [], 'Lien.web', null, 'not_exportable'];
	}

	/**
	 * @param 'office'|'opendocument'|'pdf' $documents
	 * @param array<string, mixed> $info
	 */
	#[DataProvider('documents')]
	public function testWhatCannotBeDownloadedIsExportedOrALineInTheReport(string $name, string $documents, array $info, string $as, ?string $format, ?string $unsupported): void {
		$this->box->file("/$name", 'a', ['is_downloadable' => false, 'export_info' => $info]);
		$item = $this->box->items(new Choice(documents: $documents))['id:a'];

		self::assertSame([$as, $format, $unsupported, null, null], [$item->name, $item->extra['export'] ?? null, $item->unsupported, $item->size, $item->hash]);
	}

	public function testASymbolicLinkIsALineInTheReport(): void {
		$this->box->file('/lien', 'a', ['symlink_info' => ['target' => '/etc']]);

		self::assertSame(['id:a' => 'symlink'], $this->box->tree());
	}

	public function testWhatIsNotMountedHasNoPath(): void {
		$this->box->file('/a.txt', 'a', ['path_lower' => null]);
		$this->box->folder('/b', ['path_lower' => null, 'id' => 'id:b']);

		self::assertSame(['id:a' => null, 'id:b' => null], $this->box->tree());
	}

	public function testMembersOfASharedFolderAreKnownOnce(): void {
		$this->box->folder('/Bureau', ['shared_folder_id' => '84']);
		$this->box->folder('/Bureau/2024', ['sharing_info' => ['parent_shared_folder_id' => '84']]);
		$this->box->members['84'] = ['lou@jardin.example', 'sasha@jardin.example', 'sasha@jardin.example'];
		$items = $this->box->items();

		self::assertSame(['sasha@jardin.example', 'Bureau'], $items['path:/bureau']->people);
		self::assertSame([], $items['path:/bureau/2024']->people);
		self::assertCount(1, array_keys($this->box->routes(), 'sharing/list_folder_members', true));
	}

	public function testWithoutTheRightToSeeMembersAllComesAllTheSame(): void {
		$this->box->folder('/Bureau', ['shared_folder_id' => '84']);
		$this->box->before = static fn (string $route): ?Answer => str_starts_with($route, 'sharing') ? FakeDropbox::error(401, 'missing_scope') : null;

		self::assertSame([[]], array_map(static fn ($item): array => $item->people, array_values($this->box->items())));
		self::assertSame(['files/list_folder', 'sharing/list_folder_members'], $this->box->routes());
	}

	public function testWhatBelongsToOthersCanBeLeftOut(): void {
		$this->box->folder('/Leur');
		$this->box->file('/Leur/a.txt', 'a');
		$this->box->folder('/Le nôtre');
		$this->box->before = static fn (string $route): ?Answer => match ($route) {
			'sharing/list_folders' => OauthWorld::json(['entries' => [['access_type' => ['.tag' => 'editor'], 'path_lower' => '/leur'], ['access_type' => ['.tag' => 'owner'], 'path_lower' => '/le nôtre']], 'cursor' => 'more']),
			'sharing/list_folders/continue' => OauthWorld::json(['entries' => [['access_type' => ['.tag' => 'viewer'], 'is_team_folder' => true, 'path_lower' => '/équipe']]]),
			default => null,
		};

		self::assertSame(['path:/le nôtre'], array_keys($this->box->items(new Choice(sharedWithMe: false))));
		self::assertCount(3, $this->box->items());
	}

	public function testInATeamEveryRequestNamesItsRoot(): void {
		$box = new FakeDropbox(['root' => '99']);
		$box->file('/a.txt', 'a');
		$item = $box->items()['id:a'];
		$box->source()->folders($box->access, null);

		self::assertSame(['{".tag":"root","root":"99"}'], array_values(array_unique(array_map(static fn (Request $request): string => $request->headers['dropbox-api-path-root'] ?? 'none', $box->world->http->asked))));
		self::assertSame('a.txt', $item->name);
	}

	public function testWhatCanBeChosen(): void {
		$this->box->folder('/Dossier 10');
		$this->box->folder('/dossier 9');
		$this->box->folder('/dossier 9/Sous');
		$this->box->file('/a.txt', 'a');
		$this->box->page = 1;
		$source = $this->box->source();
		$ids = static fn (array $folders): array => array_map(static fn (SourceFolder $folder): string => $folder->id, $folders);
		$top = $source->folders($this->box->access, null);

		self::assertEquals([new SourceFolder('path:', 'Dropbox', 'mine', true, 4711)], $top);
		self::assertSame(['path:/dossier 9', 'path:/dossier 10'], $ids($source->folders($this->box->access, 'path:')));
		self::assertSame(['path:/dossier 9/sous'], $ids($source->folders($this->box->access, 'path:/dossier 9')));
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
