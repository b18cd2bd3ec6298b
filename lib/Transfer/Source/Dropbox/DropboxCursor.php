<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Source\Dropbox;

use OCA\Compagnon\Transfer\Source\Fields;

/** Where a listing stands, as text between two pages. */
final class DropboxCursor {
	/** @var list<string> paths of folders that were chosen, and of the root when nothing was */
	public array $tops = [];
	/** @var list<string> paths of folders to leave out */
	public array $without = [];
	/** @var list<string> paths of folders still to be listed */
	public array $folders = [];
	/** Whether each folder is listed with all that lies below it; not any more once that was too much for Dropbox. */
	public bool $deep = true;
	/** Dropbox's own cursor within the first folder. */
	public ?string $page = null;

	public static function parse(?string $text): ?self {
		$data = json_decode($text ?? '', true);
		if (!is_array($data) || $data === []) {
			return null;
		}
		$fields = new Fields($data);
		$cursor = new self();
		[$cursor->tops, $cursor->without, $cursor->folders] = [$fields->texts('tops'), $fields->texts('without'), $fields->texts('folders')];
		[$cursor->deep, $cursor->page] = [$fields->flag('deep'), $fields->text('page')];
		return $cursor;
	}

	public function text(): string {
		return json_encode(get_object_vars($this), JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE | JSON_INVALID_UTF8_SUBSTITUTE);
	}
}
