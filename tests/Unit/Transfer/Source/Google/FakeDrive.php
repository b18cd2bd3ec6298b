<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Transfer\Source\Google;

use OCA\Compagnon\Http\Answer;
use OCA\Compagnon\Http\Request;
use OCA\Compagnon\Tests\Fake\FakeTexts;
use OCA\Compagnon\Tests\Unit\Transfer\Oauth\OauthWorld;
use OCA\Compagnon\Transfer\Oauth\AccountHttp;
use OCA\Compagnon\Transfer\Source\Access;
use OCA\Compagnon\Transfer\Source\Choice;
use OCA\Compagnon\Transfer\Source\FoundItem;
use OCA\Compagnon\Transfer\Source\Google\DriveApi;
use OCA\Compagnon\Transfer\Source\Google\DriveCrawl;
use OCA\Compagnon\Transfer\Source\Google\DriveFaults;
use OCA\Compagnon\Transfer\Source\Google\DriveFolders;
use OCA\Compagnon\Transfer\Source\Google\DrivePlan;
use OCA\Compagnon\Transfer\Source\Google\DriveShortcuts;
use OCA\Compagnon\Transfer\Source\Google\GoogleSource;
use OCA\Compagnon\Transfer\Source\Page;

/** A Drive with the few files that a test puts there, and the source over it. */
final class FakeDrive {
	public readonly OauthWorld $world;
	public readonly Access $access;
	/** @var array<string, array<string, mixed>> by id */
	public array $files = [];
	/** @var array<string, string> */
	public array $drives = [];
	/** Files of a page. */
	public int $page = 1000;
	/** @var ?\Closure(Request): ?Answer answers before the Drive does */
	public ?\Closure $before = null;

	public function __construct() {
		$this->world = new OauthWorld();
		$this->access = $this->world->connected('google');
		$this->world->http->script = fn (Request $request): Answer => ($this->before === null ? null : ($this->before)($request)) ?? $this->answer($request);
	}

	/** A new one each time, as in a new process. */
	public function source(): GoogleSource {
		$http = new AccountHttp($this->world->http, $this->world->accessTokens());
		$faults = new DriveFaults($this->world->clock);
		$api = new DriveApi($http, $faults);
		return new GoogleSource(new DriveFolders($api, new FakeTexts()), new DrivePlan($api), new DriveCrawl($api, new DriveShortcuts($api), new FakeTexts()), $faults, $api, $http);
	}

	/** @param array<string, mixed> $with */
	public function folder(string $id, string $parent = 'root', array $with = []): void {
		$this->put($id, $parent, $with + ['mimeType' => 'application/vnd.google-apps.folder']);
	}

	/** @param array<string, mixed> $with */
	public function file(string $id, string $parent = 'root', array $with = []): void {
		$this->put($id, $parent, $with + ['mimeType' => 'text/plain', 'size' => '3', 'md5Checksum' => md5($id)]);
	}

	/** @param array<string, mixed> $with */
	public function shortcut(string $id, string $target, string $parent = 'root', array $with = []): void {
		$this->put($id, $parent, $with + ['mimeType' => 'application/vnd.google-apps.shortcut', 'shortcutDetails' => ['targetId' => $target]]);
	}

	/** @return list<Page> */
	public function pages(Choice $choice = new Choice()): array {
		$pages = [];
		for ($cursor = null; $pages === [] || $cursor !== null; $cursor = $page->next) {
			$pages[] = $page = $this->source()->list($this->access, $choice, $cursor);
		}
		return $pages;
	}

	/** @return array<string, FoundItem> by id, the one listed last */
	public function items(Choice $choice = new Choice()): array {
		$items = [];
		foreach ($this->pages($choice) as $page) {
			foreach ($page->items as $item) {
				$items[$item->id] = $item;
			}
		}
		ksort($items);
		return $items;
	}

	/** @return array<string, ?string> parent by id, or the code of why it cannot come */
	public function tree(Choice $choice = new Choice()): array {
		return array_map(static fn (FoundItem $item): ?string => $item->unsupported ?? $item->parentId, $this->items($choice));
	}

	/** @return list<string> searches so far */
	public function searches(): array {
		$searches = array_map(static fn (Request $request): string => self::query($request)['q'] ?? '', $this->world->http->asked);
		return array_values(array_filter($searches));
	}

	/** @return array<string, string> */
	public static function query(Request $request): array {
		parse_str((string)parse_url($request->url, PHP_URL_QUERY), $query);
		return array_map(static fn (mixed $value): string => is_string($value) ? $value : '', $query);
	}

	public static function error(int $status, string $reason, string $location = ''): Answer {
		return OauthWorld::json(['error' => ['code' => $status, 'message' => $reason, 'errors' => [['domain' => 'global', 'reason' => $reason, 'location' => $location]]]], $status);
	}

	/** @param array<string, mixed> $with */
	private function put(string $id, string $parent, array $with): void {
		$this->files[$id] = $with + ['id' => $id, 'name' => "Name of $id", 'ownedByMe' => true, 'modifiedTime' => '2020-01-02T03:04:05.678Z', 'trashed' => false] + ($parent === '' ? [] : ['parents' => [$parent]]);
	}

	private function answer(Request $request): Answer {
		$path = substr((string)parse_url($request->url, PHP_URL_PATH), strlen('/drive/v3/'));
		$query = self::query($request);
		return match (true) {
			$path === 'files' => $this->list($query),
			$path === 'files/root' => OauthWorld::json(['id' => 'root']),
			$path === 'drives' => OauthWorld::json(['drives' => array_map(static fn (string $id, string $name): array => ['id' => $id, 'name' => $name], array_keys($this->drives), $this->drives)]),
			$path === 'about' => OauthWorld::json(['storageQuota' => ['usageInDrive' => '4711']]),
			default => isset($this->files[substr($path, 6)]) ? OauthWorld::json($this->files[substr($path, 6)]) : self::error(404, 'notFound', 'fileId'),
		};
	}

	/** @param array<string, string> $query */
	private function list(array $query): Answer {
		$q = $query['q'] ?? '';
		preg_match_all("/'([^']+)' in parents/", $q, $parents);
		$found = array_values(array_filter($this->files, static function (array $file) use ($q, $query, $parents): bool {
			$above = is_array($file['parents'] ?? null) ? $file['parents'][0] ?? '' : '';
			return $file['trashed'] === false
				&& ($query['driveId'] ?? null) === ($file['driveId'] ?? null)
				&& ($parents[1] === [] || in_array($above, $parents[1], true))
				&& (!str_contains($q, 'sharedWithMe=true') || isset($file['sharedWithMeTime']))
				&& (!str_contains($q, "mimeType='application/vnd.google-apps.folder'") || $file['mimeType'] === 'application/vnd.google-apps.folder')
				&& (!str_contains($q, "'me' in owners") || $file['ownedByMe'] === !str_contains($q, "not 'me' in owners"));
		}));
		$at = (int)($query['pageToken'] ?? '0');
		$next = $at + $this->page < count($found) ? ['nextPageToken' => (string)($at + $this->page)] : [];
		return OauthWorld::json(['incompleteSearch' => false, 'files' => array_slice($found, $at, $this->page)] + $next);
	}
}
