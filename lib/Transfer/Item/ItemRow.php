<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Item;

use OCA\Compagnon\Port\Database;
use OCA\Compagnon\Transfer\Hash\HashAlgorithm;
use OCA\Compagnon\Transfer\Source\FoundItem;

/**
 * An item as the database takes and gives it.
 *
 * @phpstan-import-type Row from Database
 * @phpstan-import-type Value from Database
 */
final readonly class ItemRow {
	private const MAX_REVISION = 255;

	/** @param Row $row */
	public static function read(array $row): Item {
		return new Item(
			(string)$row['run_id'],
			(string)$row['item_key'],
			ItemKind::from((string)$row['kind']),
			(string)$row['source_id'],
			Column::text($row['parent_key']),
			(string)$row['name'],
			(string)$row['source_path'],
			ItemState::from((string)$row['state']),
			Column::number($row['size']),
			Column::number($row['modified_at']),
			Column::text($row['revision']),
			HashAlgorithm::tryFrom((string)$row['algorithm']),
			Column::text($row['hash']),
			Column::text($row['target_folder']),
			Column::text($row['target_name']),
			Column::text($row['code']),
			(int)$row['attempts'],
			Column::number($row['not_before']),
			(int)$row['staged_bytes'],
			Column::text($row['hash_state']),
			Column::number($row['file_id']),
			Column::text($row['etag']),
			Column::number($row['replaces']),
			Column::text($row['link']),
			self::people($row['people']),
			self::extra($row['extra']),
		);
	}

	/**
	 * What a listing says of an item; all but its identity can change when it is listed again.
	 *
	 * @return array<string, Value>
	 */
	public static function listed(FoundItem $item): array {
		$revision = $item->revision !== null && strlen($item->revision) > self::MAX_REVISION ? sha1($item->revision) : $item->revision;
		return [
			'parent_key' => $item->parentId === null ? null : Item::keyOf(ItemKind::Folder, $item->parentId),
			'name' => str_replace("\0", "\u{FFFD}", mb_scrub($item->name, 'UTF-8')),
			'size' => $item->kind === ItemKind::Folder ? null : $item->size,
			'modified_at' => $item->modifiedAt,
			'revision' => $revision,
			'algorithm' => $item->hash === null ? null : $item->algorithm?->value,
			'hash' => $item->algorithm === null ? null : $item->hash,
			'code' => $item->unsupported,
			'link' => $item->link,
			'people' => $item->people === [] ? null : self::json($item->people),
			'extra' => $item->extra === [] ? null : self::json($item->extra),
		];
	}

	/** @return list<string> */
	private static function people(string|int|float|bool|null $value): array {
		return array_values(array_filter(Column::json($value), is_string(...)));
	}

	/** @return array<string, scalar|null> */
	private static function extra(string|int|float|bool|null $value): array {
		$extra = [];
		foreach (Column::json($value) as $name => $one) {
			if (is_scalar($one) || $one === null) {
				$extra[(string)$name] = $one;
			}
		}
		return $extra;
	}

	/** @param array<array-key, mixed> $data */
	private static function json(array $data): string {
		return json_encode($data, JSON_THROW_ON_ERROR | JSON_INVALID_UTF8_SUBSTITUTE | JSON_UNESCAPED_UNICODE);
	}
}
