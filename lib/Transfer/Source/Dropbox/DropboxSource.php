<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Source\Dropbox;

use OCA\Compagnon\Http\Answer;
use OCA\Compagnon\Transfer\Fault\Fault;
use OCA\Compagnon\Transfer\Fault\FaultKind;
use OCA\Compagnon\Transfer\Item\Item;
use OCA\Compagnon\Transfer\Oauth\AccountHttp;
use OCA\Compagnon\Transfer\Source\Access;
use OCA\Compagnon\Transfer\Source\Choice;
use OCA\Compagnon\Transfer\Source\Container;
use OCA\Compagnon\Transfer\Source\Effort;
use OCA\Compagnon\Transfer\Source\Fetch;
use OCA\Compagnon\Transfer\Source\FoundItem;
use OCA\Compagnon\Transfer\Source\LooksAgain;
use OCA\Compagnon\Transfer\Source\Page;
use OCA\Compagnon\Transfer\Source\Source;
use OCA\Compagnon\Transfer\Source\SourceFolder;
use OCA\Compagnon\Transfer\Source\Weight;

/** Dropbox: own folders, those of a team, and those that others share and that were added. */
final readonly class DropboxSource implements Source, LooksAgain {
	/** A cursor with which a listing begins. */
	private const BEGIN = '{}';
	private const ZIPS = ['docx', 'xlsx', 'pptx', 'odt', 'ods', 'odp'];

	public function __construct(
		private DropboxApi $api,
		private DropboxCrawl $crawl,
		private AccountHttp $http,
	) {
	}

	#[\Override]
	public function id(): string {
		return 'dropbox';
	}

	#[\Override]
	public function name(): string {
		return 'Dropbox';
	}

	#[\Override]
	public function needsConnection(): bool {
		return true;
	}

	#[\Override]
	public function folders(Access $access, ?string $folder): array {
		if ($folder === null) {
			$used = $this->api->call($access, 'users/get_space_usage', null)->number('used');
			return [new SourceFolder(DropboxPaths::id(''), $this->name(), 'mine', true, $used)];
		}
		$folders = [];
		$answer = $this->api->call($access, 'files/list_folder', ['path' => DropboxPaths::path($folder) ?? '', 'recursive' => false, 'limit' => 2000, 'include_mounted_folders' => true]);
		while (true) {
			foreach ($answer->all('entries') as $entry) {
				if ($entry->text('.tag') === 'folder') {
					$folders[] = new SourceFolder(DropboxPaths::id($entry->text('path_lower') ?? ''), $entry->text('name') ?? '', 'folder', true);
				}
			}
			if (!$answer->flag('has_more')) {
				break;
			}
			$answer = $this->api->call($access, 'files/list_folder/continue', ['cursor' => $answer->text('cursor')]);
		}
		usort($folders, static fn (SourceFolder $a, SourceFolder $b): int => strnatcasecmp($a->name, $b->name));
		return $folders;
	}

	#[\Override]
	public function weigh(Access $access, string $folder, Effort $effort): Weight {
		$path = DropboxPaths::path($folder) ?? throw new Fault(FaultKind::Vanished, 'vanished');
		return (new DropboxScale($this->api))->weigh($access, $path, $effort);
	}

	#[\Override]
	public function list(Access $access, Choice $choice, ?string $cursor): Page {
		$label = $this->http->token($access)->account->label;
		$state = DropboxCursor::parse($cursor) ?? $this->crawl->begin($access, $choice);
		try {
			return $this->crawl->page($access, $state, new DropboxItems($choice->documents), $label);
		} catch (Fault $e) {
			return $e->reason === 'page_token' ? new Page([], self::BEGIN, restart: true) : throw $e;
		}
	}

	#[\Override]
	public function fetch(Access $access, Item $item, int $offset): Fetch {
		$format = $item->extra['export'] ?? null;
		if (is_string($format)) {
			$container = in_array($format, self::ZIPS, true) ? Container::Zip : ($format === 'pdf' ? Container::Pdf : Container::Any);
			return Fetch::byRequest($this->api->content($access, 'files/export', ['path' => $item->sourceId, 'export_format' => $format], 0), false, $container);
		}
		return Fetch::byRequest($this->api->content($access, 'files/download', ['path' => $item->sourceId], $offset), true);
	}

	#[\Override]
	public function look(Access $access, Item $item): FoundItem {
		return (new DropboxItems('office'))->file($this->api->call($access, 'files/get_metadata', ['path' => $item->sourceId]), null);
	}

	/** A refused token gives "token_expired" and is tried again: the next fetch brings another one. */
	#[\Override]
	public function fault(Answer $answer, ?Item $item): Fault {
		return $this->api->fault($answer);
	}

	/** A path's link gives "path:/in/lower case"; a folder is known by that, a file by the link of its item. */
	#[\Override]
	public function idOfLink(string $link): ?string {
		return DropboxPaths::idOfLink($link);
	}
}
