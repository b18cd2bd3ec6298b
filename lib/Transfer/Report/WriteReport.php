<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Report;

use OCA\Compagnon\Port\Texts;
use OCA\Compagnon\Transfer\Fault\FaultWords;
use OCA\Compagnon\Transfer\Item\Item;
use OCA\Compagnon\Transfer\Item\ItemReport;
use OCA\Compagnon\Transfer\Item\ItemState;
use OCA\Compagnon\Transfer\Run\Run;
use OCA\Compagnon\Transfer\Run\RunState;
use OCA\Compagnon\Transfer\ShowItems;

/** The report as a document, in the language of the person whose files they are. */
final readonly class WriteReport {
	/** Lines of each list; the table has all of them. */
	private const LINES = 500;

	public function __construct(
		private ItemReport $items,
		private ReportRepository $report,
	) {
	}

	public function write(Run $run, Outcome $outcome, Totals $totals, Texts $texts): string {
		$page = new Markdown();
		$page->heading(1, $texts->t('Move from {source}, {date}', ['source' => $outcome->source, 'date' => $outcome->date]));
		$page->paragraph($this->outcome($outcome->end, $texts));
		if ($outcome->code !== null) {
			$page->paragraph((new FaultWords($texts))->sentence($outcome->code));
		}
		$this->numbers($page, $totals, $texts);
		$this->names($page, $run, $totals, $texts);
		$this->missing($page, $run, $texts);
		$this->people($page, $run, $texts);
		return $page->text();
	}

	private function outcome(RunState $end, Texts $texts): string {
		return match ($end) {
			RunState::Done => $texts->t('Everything that can come has come.'),
			RunState::Partial => $texts->t('Most of it has come; what did not is named below, and can be tried again.'),
			RunState::Cancelled => $texts->t('The move was stopped before its end. What had come until then is here.'),
			default => $texts->t('The move ended before its time. What had come until then is here, and it can be begun again.'),
		};
	}

	private function numbers(Markdown $page, Totals $totals, Texts $texts): void {
		$sizes = new Sizes($texts);
		$states = new StateWords($texts);
		$rows = [[$texts->t('What became of it'), $texts->t('How many'), $texts->t('Size')]];
		foreach (ItemState::cases() as $state) {
			if ($totals->counts->items($state) > 0) {
				$rows[] = [$states->of($state), $sizes->number($totals->counts->items($state)), $sizes->size($totals->counts->bytes($state))];
			}
		}
		$rows[] = [$texts->t('found in all'), $sizes->number($totals->counts->allItems()), $sizes->size($totals->counts->allBytes())];
		$page->heading(2, $texts->t('The numbers'));
		$page->table($rows);
		$page->paragraph($totals->holds()
			? $texts->t('It adds up: whatever was found is in one of these lines.')
			: $texts->t('It does not add up yet: some of it has not come to its end.'));
	}

	private function names(Markdown $page, Run $run, Totals $totals, Texts $texts): void {
		if ($totals->renamed > 0) {
			$page->heading(2, $texts->t('Other names here'));
			$items = $this->items->page($run->id, 'renamed', 0, self::LINES);
			foreach ($items as $item) {
				$page->point(self::path($item) . ' → ' . (ShowItems::target($run, $item) ?? ''));
			}
			$this->more($page, $totals->renamed - count($items), $texts);
		}
	}

	private function missing(Markdown $page, Run $run, Texts $texts): void {
		$words = new FaultWords($texts);
		$states = new StateWords($texts);
		foreach ([ItemState::Failed, ItemState::Unsupported, ItemState::Vanished, ItemState::Skipped] as $state) {
			$items = $this->items->page($run->id, $state->value, 0, self::LINES);
			if ($items === []) {
				continue;
			}
			$page->heading(2, mb_strtoupper(mb_substr($states->of($state), 0, 1)) . mb_substr($states->of($state), 1));
			$byReason = [];
			foreach ($items as $item) {
				$byReason[$item->code ?? ''][] = $item;
			}
			foreach ($byReason as $code => $some) {
				$page->paragraph($code === '' ? '' : $words->sentence($code));
				array_map(static fn (Item $item) => $page->point(self::path($item), $item->link), $some);
				$page->paragraph('');
			}
			$this->more($page, $this->items->count($run->id, $state->value) - count($items), $texts);
		}
	}

	private function people(Markdown $page, Run $run, Texts $texts): void {
		$people = $this->report->people($run->id);
		if ($people !== []) {
			$page->heading(2, $texts->t('Who had access where it comes from'));
			$page->paragraph($texts->t('Nobody of them has access here because of that. Share again with whom you like. The numbers count files and folders.'));
			$persons = new PersonWords($texts);
			foreach (array_slice($people, 0, self::LINES) as ['who' => $who, 'items' => $items]) {
				$page->point($texts->t('{who}: {count}', ['who' => $persons->of($who), 'count' => (new Sizes($texts))->number($items)]));
			}
			$this->more($page, count($people) - self::LINES, $texts);
		}
	}

	private function more(Markdown $page, int $count, Texts $texts): void {
		if ($count > 0) {
			$page->paragraph('');
			$page->paragraph($texts->t('And {count} more, in the table that Compagnon’s page offers.', ['count' => (new Sizes($texts))->number($count)]));
		}
	}

	private static function path(Item $item): string {
		return $item->sourcePath === '' ? $item->name : $item->sourcePath;
	}
}
