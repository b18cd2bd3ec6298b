<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer;

use OCA\Compagnon\Error\Refused;
use OCA\Compagnon\Port\Urls;
use OCA\Compagnon\Transfer\Fault\FaultWords;
use OCA\Compagnon\Transfer\Item\Item;
use OCA\Compagnon\Transfer\Item\ItemReport;
use OCA\Compagnon\Transfer\Run\Run;
use OCA\Compagnon\Transfer\Run\RunAccess;

/**
 * What became of the things that were found, page by page; for the person whose files they are.
 *
 * @phpstan-type ItemOf array{key: string, kind: string, name: string, path: string, target: ?string, url: ?string, size: ?int, state: string, code: ?string, sentence: string, link: ?string}
 */
final readonly class ShowItems {
	private const SIZE = 50;

	public function __construct(
		private RunAccess $access,
		private ItemReport $items,
		private FaultWords $words,
		private Urls $urls,
	) {
	}

	/**
	 * @param value-of<ItemReport::KINDS> $kind
	 * @param int $page from 1; the last one when there are fewer
	 * @return array{items: list<ItemOf>, page: int, pages: int, total: int}
	 * @throws Refused
	 */
	public function show(string $asker, string $id, string $kind, int $page): array {
		$run = $this->access->own($asker, $id);
		$total = $this->items->count($id, $kind);
		$pages = max(1, intdiv($total + self::SIZE - 1, self::SIZE));
		$page = max(1, min($page, $pages));
		return [
			'items' => array_map(fn (Item $item): array => $this->item($run, $item), $this->items->page($id, $kind, $page - 1, self::SIZE)),
			'page' => $page,
			'pages' => $pages,
			'total' => $total,
		];
	}

	/** @return ItemOf */
	private function item(Run $run, Item $item): array {
		return [
			'key' => $item->key,
			'kind' => $item->kind->value,
			'name' => $item->name,
			'path' => $item->sourcePath === '' ? $item->name : $item->sourcePath,
			'target' => self::target($run, $item),
			'url' => $item->fileId === null ? null : $this->urls->file($item->fileId),
			'size' => $item->size,
			'state' => $item->state->value,
			'code' => $item->code,
			'sentence' => $item->code === null ? '' : $this->words->sentence($item->code),
			'link' => self::link($item),
		];
	}

	/** @return ?string path from the person's home */
	public static function target(Run $run, Item $item): ?string {
		return $item->targetName === null
			? null
			: implode('/', array_filter([$run->options->target, $item->targetFolder ?? '', $item->targetName], static fn (string $part): bool => $part !== ''));
	}

	/** @return ?string only what a browser opens as a page: a link comes from outside */
	public static function link(Item $item): ?string {
		return preg_match('#^https?://#i', $item->link ?? '') === 1 ? $item->link : null;
	}
}
