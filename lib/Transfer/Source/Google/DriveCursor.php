<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Source\Google;

use OCA\Compagnon\Transfer\Source\Fields;

/**
 * Where a listing stands, as text between two pages: what is whole (searched flat), which folders are still to be
 * opened, and which shortcuts still to be followed.
 *
 * @phpstan-type Folder array{id: string, key: ?string, drive: ?string}
 * @phpstan-type Shortcut array{id: string, name: string, parent: ?string, target: string, key: ?string, at: ?int}
 */
final class DriveCursor {
	/** @var list<string> what comes next: "mine", "drive:ID", "shared", "chosen:ID" */
	public array $steps = [];
	/** @var array<string, string> names of shared drives by id */
	public array $drives = [];
	/** Root of the account's own drive; null when nothing of it is taken. */
	public ?string $root = null;
	/** Whether all of the own drive is searched flat. */
	public bool $mine = false;
	/** Whether what others shared is taken. */
	public bool $shared = false;
	/** @var list<string> ids of folders that were chosen, and of those that a shortcut led to */
	public array $tops = [];
	/** @var list<string> ids of folders to leave out */
	public array $without = [];
	/** @var list<Folder> folders whose children are still to be listed */
	public array $folders = [];
	/** @var list<Folder> own folders that others may write to: what is theirs in them is still to be listed */
	public array $common = [];
	/** @var list<string> ids of own folders that were or will be searched for what is others' */
	public array $known = [];
	/** @var list<Folder> folders that are being listed at the moment */
	public array $batch = [];
	/** Whether the folders of the batch are searched for what is others' only. */
	public bool $others = false;
	/** How many of the next folders are listed one by one: together they gave nothing, which Drive sometimes does. */
	public int $singly = 0;
	/** Token of the page to ask for next. */
	public ?string $page = null;
	/** @var list<Shortcut> */
	public array $shortcuts = [];

	public static function parse(?string $text): ?self {
		$data = json_decode($text ?? '', true);
		if (!is_array($data) || $data === []) {
			return null;
		}
		$fields = new Fields($data);
		$cursor = new self();
		$cursor->steps = $fields->texts('steps');
		foreach ($fields->in('drives')->data as $id => $name) {
			$cursor->drives[(string)$id] = is_string($name) ? $name : '';
		}
		[$cursor->root, $cursor->page] = [$fields->text('root'), $fields->text('page')];
		[$cursor->mine, $cursor->shared, $cursor->others] = [$fields->flag('mine'), $fields->flag('shared'), $fields->flag('others')];
		$cursor->singly = $fields->number('singly') ?? 0;
		[$cursor->tops, $cursor->without, $cursor->known] = [$fields->texts('tops'), $fields->texts('without'), $fields->texts('known')];
		[$cursor->folders, $cursor->common, $cursor->batch] = array_map(
			static fn (string $key): array => array_map(self::folder(...), $fields->all($key)),
			['folders', 'common', 'batch'],
		);
		$cursor->shortcuts = array_map(self::shortcut(...), $fields->all('shortcuts'));
		return $cursor;
	}

	public function text(): string {
		return json_encode(get_object_vars($this), JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE | JSON_INVALID_UTF8_SUBSTITUTE);
	}

	public function isOver(): bool {
		return $this->steps === [] && $this->folders === [] && $this->common === [] && $this->batch === [] && $this->shortcuts === [];
	}

	/** @return Folder */
	private static function folder(Fields $fields): array {
		return ['id' => $fields->text('id') ?? '', 'key' => $fields->text('key'), 'drive' => $fields->text('drive')];
	}

	/** @return Shortcut */
	private static function shortcut(Fields $fields): array {
		return [
			'id' => $fields->text('id') ?? '',
			'name' => $fields->text('name') ?? '',
			'parent' => $fields->text('parent'),
			'target' => $fields->text('target') ?? '',
			'key' => $fields->text('key'),
			'at' => $fields->number('at'),
		];
	}
}
