<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Source\Dropbox;

use OCA\Compagnon\Transfer\Hash\HashAlgorithm;
use OCA\Compagnon\Transfer\Item\ItemKind;
use OCA\Compagnon\Transfer\Source\Fields;
use OCA\Compagnon\Transfer\Source\FoundItem;

/** Makes items of what Dropbox lists. */
final readonly class DropboxItems {
	/** Best first, by what was chosen; of what Dropbox offers for a document. */
	private const FORMATS = [
		'office' => ['docx', 'xlsx', 'pptx', 'markdown', 'html'],
		'opendocument' => ['odt', 'ods', 'odp', 'markdown', 'docx', 'xlsx', 'pptx', 'html'],
		'pdf' => ['pdf', 'markdown', 'docx', 'xlsx', 'pptx', 'html'],
	];
	private const EXTENSIONS = ['markdown' => 'md'];

	/** @param 'office'|'opendocument'|'pdf' $documents */
	public function __construct(
		private string $documents,
	) {
	}

	/** @param list<string> $people */
	public function folder(Fields $entry, ?string $parent, array $people): FoundItem {
		$path = $entry->text('path_lower');
		$id = $path === null ? $entry->text('id') ?? '' : DropboxPaths::id($path);
		return new FoundItem($id, ItemKind::Folder, $parent, $entry->text('name') ?? '', null, link: $path === null ? null : DropboxPaths::link($path, true), people: $people);
	}

	public function file(Fields $entry, ?string $parent): FoundItem {
		$format = $entry->flag('is_downloadable', true) ? null : $this->format($entry->in('export_info'));
		$name = $entry->text('name') ?? '';
		$path = $entry->text('path_lower');
		$isExport = !$entry->flag('is_downloadable', true);
		$hash = $isExport ? null : $entry->text('content_hash');
		return new FoundItem(
			$entry->text('id') ?? '',
			ItemKind::File,
			$parent,
			$format === null ? $name : self::exported($name, $format),
			$isExport ? null : $entry->number('size'),
			$entry->time('client_modified'),
			$entry->text('rev'),
			$hash === null ? null : HashAlgorithm::DropboxContent,
			$hash,
			match (true) {
				$entry->has('symlink_info') => 'symlink',
				$isExport && $format === null => 'not_exportable',
				default => null,
			},
			$path === null ? null : DropboxPaths::link($path, false),
			extra: $format === null ? [] : ['export' => $format],
		);
	}

	/** @return ?string as Dropbox names it; null when it cannot be exported */
	private function format(Fields $info): ?string {
		$default = $info->text('export_as');
		$offered = [...$info->texts('export_options'), ...($default === null ? [] : [$default])];
		return array_values(array_intersect(self::FORMATS[$this->documents], $offered))[0] ?? $default;
	}

	/** "Notes.paper" becomes "Notes.md": what it was called there opens nothing elsewhere. */
	private static function exported(string $name, string $format): string {
		$stem = preg_replace('/\.(?:paper|papert|gdoc|gsheet|gslides|web)$/i', '', $name) ?? $name;
		return $stem . '.' . (self::EXTENSIONS[$format] ?? $format);
	}
}
