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
use OCA\Compagnon\Tests\Unit\Transfer\Oauth\OauthWorld;
use OCA\Compagnon\Transfer\Oauth\AccountHttp;
use OCA\Compagnon\Transfer\Source\Access;
use OCA\Compagnon\Transfer\Source\Choice;
use OCA\Compagnon\Transfer\Source\Dropbox\DropboxApi;
use OCA\Compagnon\Transfer\Source\Dropbox\DropboxCrawl;
use OCA\Compagnon\Transfer\Source\Dropbox\DropboxFaults;
use OCA\Compagnon\Transfer\Source\Dropbox\DropboxSharing;
use OCA\Compagnon\Transfer\Source\Dropbox\DropboxSource;
use OCA\Compagnon\Transfer\Source\FoundItem;
use OCA\Compagnon\Transfer\Source\Page;

/** A Dropbox with the few entries that a test puts there, and the source over it. */
final class FakeDropbox {
	public readonly OauthWorld $world;
	public readonly Access $access;
	/** @var list<array<string, mixed>> in the order of listing */
	public array $entries = [];
	/** @var array<string, list<string>> addresses by id of a shared folder */
	public array $members = [];
	/** Entries of a page. */
	public int $page = 2000;
	/** @var ?\Closure(string, array<array-key, mixed>): (Answer|Unreachable|null) answers before the Dropbox does */
	public ?\Closure $before = null;

	/** @param array<string, string> $extra */
	public function __construct(array $extra = []) {
		$this->world = new OauthWorld();
		$this->access = $this->world->connected('dropbox', extra: $extra);
		$this->world->http->script = fn (Request $request): Answer|Unreachable => $this->answer($request);
	}

	/** A new one each time, as in a new process. */
	public function source(): DropboxSource {
		$http = new AccountHttp($this->world->http, $this->world->accessTokens());
		$api = new DropboxApi($http, new DropboxFaults($this->world->clock));
		return new DropboxSource($api, new DropboxCrawl($api, new DropboxSharing($api)), $http);
	}

	/** @param array<string, mixed> $with */
	public function folder(string $path, array $with = []): void {
		$this->entries[] = $with + ['.tag' => 'folder', 'name' => basename($path), 'id' => 'id:' . md5(strtolower($path)), 'path_lower' => strtolower($path), 'path_display' => $path];
	}

	/** @param array<string, mixed> $with */
	public function file(string $path, string $id, array $with = []): void {
		$this->entries[] = $with + ['.tag' => 'file', 'name' => basename($path), 'id' => "id:$id", 'path_lower' => strtolower($path), 'path_display' => $path, 'client_modified' => '2020-01-02T03:04:05Z', 'server_modified' => '2024-01-01T00:00:00Z', 'rev' => "rev$id", 'size' => 3, 'is_downloadable' => true, 'content_hash' => str_repeat('a', 64)];
	}

	public function deleted(string $path): void {
		$this->entries[] = ['.tag' => 'deleted', 'name' => basename($path), 'path_lower' => strtolower($path), 'path_display' => $path];
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
			$items = array_diff_key($items, array_flip($page->gone));
		}
		ksort($items);
		return $items;
	}

	/** @return array<string, ?string> parent by id, or the code of why it cannot come */
	public function tree(Choice $choice = new Choice()): array {
		return array_map(static fn (FoundItem $item): ?string => $item->unsupported ?? $item->parentId, $this->items($choice));
	}

	/** @return list<string> routes asked so far */
	public function routes(): array {
		return array_map(static fn (Request $request): string => substr((string)parse_url($request->url, PHP_URL_PATH), 3), $this->world->http->asked);
	}

	public static function error(int $status, string ...$tags): Answer {
		$error = null;
		foreach (array_reverse($tags) as $tag) {
			$error = ['.tag' => $tag] + ($error === null ? [] : [$tag => $error]);
		}
		return OauthWorld::json(['error_summary' => implode('/', $tags) . '/...', 'error' => $error], $status);
	}

	private function answer(Request $request): Answer|Unreachable {
		$route = substr((string)parse_url($request->url, PHP_URL_PATH), 3);
		$argument = json_decode($request->body ?? '', true);
		$argument = is_array($argument) ? $argument : [];
		$first = $this->before === null ? null : ($this->before)($route, $argument);
		$path = is_string($argument['path'] ?? null) ? $argument['path'] : '';
		return $first ?? match ($route) {
			'files/list_folder' => $this->list($path, $argument['recursive'] === true, 0),
			'files/list_folder/continue' => $this->list(...$this->cursor($argument['cursor'] ?? null)),
			'files/get_metadata' => $this->metadata($path),
			'users/get_space_usage' => OauthWorld::json(['used' => 4711, 'allocation' => ['.tag' => 'individual']]),
			'sharing/list_folder_members' => OauthWorld::json(['users' => array_map(static fn (string $email): array => ['user' => ['email' => $email]], $this->members[is_string($argument['shared_folder_id'] ?? null) ? $argument['shared_folder_id'] : ''] ?? []), 'groups' => [['group' => ['group_name' => 'Bureau']]], 'invitees' => []]),
			default => new Answer(404, [], "Unknown API function: $route"),
		};
	}

	/** @return array{string, bool, int} */
	private function cursor(mixed $cursor): array {
		$data = json_decode(is_string($cursor) ? $cursor : '', true);
		return is_array($data) && is_string($data[0]) && is_bool($data[1]) && is_int($data[2]) ? [$data[0], $data[1], $data[2]] : throw new \LogicException('no cursor');
	}

	private function list(string $path, bool $deep, int $at): Answer {
		$found = array_values(array_filter($this->entries, static function (array $entry) use ($path, $deep): bool {
			$lower = is_string($entry['path_lower'] ?? null) ? $entry['path_lower'] : '/';
			return $deep ? str_starts_with($lower, "$path/") || ($lower === $path && $path !== '') : rtrim(dirname($lower), '/') === $path;
		}));
		return OauthWorld::json(['entries' => array_slice($found, $at, $this->page), 'has_more' => $at + $this->page < count($found), 'cursor' => json_encode([$path, $deep, $at + $this->page])]);
	}

	private function metadata(string $path): Answer {
		foreach ($this->entries as $entry) {
			if (($entry['path_lower'] ?? null) === $path) {
				return OauthWorld::json($entry);
			}
		}
		return self::error(409, 'path', 'not_found');
	}
}
