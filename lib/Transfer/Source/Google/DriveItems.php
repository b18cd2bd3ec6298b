<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Source\Google;

use OCA\Compagnon\Transfer\Hash\HashAlgorithm;
use OCA\Compagnon\Transfer\Item\ItemKind;
use OCA\Compagnon\Transfer\Source\Fields;
use OCA\Compagnon\Transfer\Source\FoundItem;

/** Makes items of what Drive lists. */
final readonly class DriveItems {
	/**
	 * @param 'office'|'opendocument'|'pdf' $documents
	 * @param string $label address of the account: whom it belongs to is nobody else who had access
	 */
	public function __construct(
		private string $documents,
		private string $label,
	) {
	}

	public function of(DriveFile $file, ?string $parent): FoundItem {
		return $file->isFolder() ? $this->folder($file, $file->name, $parent) : $this->file($file, $file->id, $file->name, $parent);
	}

	public function folder(DriveFile $file, string $name, ?string $parent): FoundItem {
		return new FoundItem($file->id, ItemKind::Folder, $parent, $name, null, $file->fields->time('modifiedTime'), link: $this->link($file), people: $this->people($file));
	}

	/**
	 * @param string $id under which it is known; a shortcut's own when its target is taken in its place
	 * @param string $name
	 */
	public function file(DriveFile $file, string $id, string $name, ?string $parent): FoundItem {
		$fields = $file->fields;
		$export = DriveFormats::isNative($file->mime) ? DriveFormats::export($file->mime, $this->documents) : null;
		$modified = $fields->text('modifiedTime');
		$md5 = $fields->text('md5Checksum');
		return new FoundItem(
			$id,
			ItemKind::File,
			$parent,
			$export === null ? $name : self::withExtension($name, $export[0]),
			$fields->number('size'),
			$fields->time('modifiedTime'),
			$md5 ?? $modified,
			$md5 === null ? null : HashAlgorithm::Md5,
			$md5,
			$this->unsupported($file, $export),
			$this->link($file),
			$this->people($file),
			$this->extra($file, $id, $export),
		);
	}

	/** What a shortcut is when nothing comes in its place. */
	public function note(string $id, string $name, ?string $parent, ?int $modifiedAt, string $code): FoundItem {
		return new FoundItem($id, ItemKind::File, $parent, $name, null, $modifiedAt, unsupported: $code, link: self::address($id, 'file/d/', '/view'));
	}

	/** @param ?array{string, string} $export */
	private function unsupported(DriveFile $file, ?array $export): ?string {
		return match (true) {
			DriveFormats::isNative($file->mime) && $export === null => DriveFormats::whyNot($file->mime),
			!$file->fields->in('capabilities')->flag('canDownload', true) => 'not_downloadable',
			default => null,
		};
	}

	/**
	 * @param ?array{string, string} $export
	 * @return array<string, scalar|null>
	 */
	private function extra(DriveFile $file, string $id, ?array $export): array {
		return array_filter([
			'target' => $file->id === $id ? null : $file->id,
			'key' => $file->key,
			'own' => $file->isOwn ? true : null,
			'export' => $export[1] ?? null,
			'exportLink' => $export === null ? null : $file->fields->in('exportLinks')->text($export[1]),
		], static fn (mixed $value): bool => $value !== null);
	}

	/** @return list<string> */
	private function people(DriveFile $file): array {
		$people = array_map(static fn (Fields $one): ?string => match ($one->text('type')) {
			'anyone' => 'anyone',
			'domain' => $one->text('domain'),
			default => $one->text('emailAddress'),
		}, $file->fields->all('permissions'));
		return array_values(array_unique(array_filter($people, fn (?string $one): bool => $one !== null && $one !== $this->label)));
	}

	private function link(DriveFile $file): string {
		return $file->fields->text('webViewLink') ?? ($file->isFolder() ? self::address($file->id, 'drive/folders/', '') : self::address($file->id, 'file/d/', '/view'));
	}

	private static function address(string $id, string $before, string $after): string {
		return 'https://drive.google.com/' . $before . rawurlencode($id) . $after;
	}

	/** Somebody may have named a document "Budget.xlsx" there. */
	private static function withExtension(string $name, string $extension): string {
		return str_ends_with(mb_strtolower($name), ".$extension") ? $name : "$name.$extension";
	}
}
