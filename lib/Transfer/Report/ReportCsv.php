<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Report;

use OCA\Compagnon\Error\NotFound;
use OCA\Compagnon\Error\Refused;
use OCA\Compagnon\Port\Texts;
use OCA\Compagnon\Port\Urls;
use OCA\Compagnon\Transfer\Fault\FaultWords;
use OCA\Compagnon\Transfer\Item\Item;
use OCA\Compagnon\Transfer\Item\ItemReport;
use OCA\Compagnon\Transfer\Run\Run;
use OCA\Compagnon\Transfer\Run\RunAccess;
use OCA\Compagnon\Transfer\ShowItems;

/** The list of everything that a run found and what became of it, as a table for spreadsheets. */
final readonly class ReportCsv {
	private const BLOCK = 500;

	public function __construct(
		private RunAccess $access,
		private ItemReport $items,
		private FaultWords $words,
		private Texts $texts,
		private Urls $urls,
	) {
	}

	/**
	 * @return array{name: string, text: string} what to call the table, and itself
	 * @throws NotFound
	 * @throws Refused
	 */
	public function build(string $asker, string $id): array {
		$run = $this->access->own($asker, $id);
		$states = new StateWords($this->texts);
		$people = new PersonWords($this->texts);
		$csv = new Csv($this->texts->language());
		$csv->add($this->heading());
		for ($page = 0, $items = []; $page === 0 || count($items) === self::BLOCK; $page++) {
			$items = $this->items->page($id, 'all', $page, self::BLOCK);
			foreach ($items as $item) {
				$csv->add($this->row($run, $item, $states, $people));
			}
		}
		$name = $this->texts->t('list-of-the-move-{date}.csv', ['date' => gmdate('Y-m-d', $run->finishedAt ?? $run->createdAt)]);
		return ['name' => $name, 'text' => $csv->text()];
	}

	/** @return list<string> */
	private function heading(): array {
		return [
			$this->texts->t('What became of it'),
			$this->texts->t('Path where it comes from'),
			$this->texts->t('Path here'),
			$this->texts->t('Other name here'),
			$this->texts->t('Bytes'),
			$this->texts->t('Changed on (UTC)'),
			$this->texts->t('Reason'),
			$this->texts->t('Who had access'),
			$this->texts->t('Address where it comes from'),
			$this->texts->t('Address here'),
		];
	}

	/** @return list<string> */
	private function row(Run $run, Item $item, StateWords $states, PersonWords $people): array {
		return [
			$states->of($item->state),
			$item->sourcePath === '' ? $item->name : $item->sourcePath,
			ShowItems::target($run, $item) ?? '',
			$item->isRenamed() ? $this->texts->t('yes') : '',
			$item->size === null ? '' : (string)$item->size,
			$item->modifiedAt === null ? '' : gmdate('Y-m-d H:i:s', $item->modifiedAt),
			$item->code === null ? '' : $this->words->sentence($item->code),
			implode(', ', array_map($people->of(...), $item->people)),
			ShowItems::link($item) ?? '',
			$item->fileId === null ? '' : $this->urls->file($item->fileId),
		];
	}
}
