<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer;

use OCA\Compagnon\Error\Refused;
use OCA\Compagnon\Port\Files;
use OCA\Compagnon\Port\Urls;
use OCA\Compagnon\Transfer\Item\ItemState;
use OCA\Compagnon\Transfer\Report\CountTotals;
use OCA\Compagnon\Transfer\Report\ReportRepository;
use OCA\Compagnon\Transfer\Run\Run;
use OCA\Compagnon\Transfer\Run\RunAccess;
use OCA\Compagnon\Transfer\Run\RunActs;
use OCA\Compagnon\Transfer\Run\RunConflict;
use OCA\Compagnon\Transfer\Run\RunView;
use OCA\Compagnon\Transfer\Target\FilesFault;

/** The report of a run that is over, for the person whose files they are. */
final readonly class BuildReport {
	private const PEOPLE = 50;

	public function __construct(
		private RunAccess $access,
		private RunActs $acts,
		private RunView $view,
		private CountTotals $totals,
		private ReportRepository $report,
		private Files $files,
		private Urls $urls,
	) {
	}

	/**
	 * @return array<string, mixed> as the schema TransferReport of openapi.json
	 * @throws Refused
	 * @throws RunConflict while it is not over
	 */
	public function build(string $asker, string $id): array {
		$run = $this->access->own($asker, $id);
		if (!$run->state->isEnd()) {
			throw $this->acts->conflict($run, $asker);
		}
		$totals = $this->totals->of($run);
		$people = $this->report->people($id);
		return [
			'run' => $this->view->of($run, $asker),
			'holds' => $totals->holds(),
			'skipped' => $this->view->reasons($totals, ItemState::Skipped, ItemState::Vanished),
			'people' => array_slice($people, 0, self::PEOPLE),
			'peopleLeftOff' => max(0, count($people) - self::PEOPLE),
			'folder' => $this->folder($run),
			'file' => $this->file($run, $totals->file),
			'csv' => $this->urls->page("transfer/runs/$id/report.csv"),
		];
	}

	private function folder(Run $run): ?string {
		try {
			$folder = $this->files->find($run->userId, $run->options->target);
		} catch (FilesFault) {
			$folder = null;
		}
		return $folder === null ? null : $this->urls->file($folder->id);
	}

	/** @return array{id: int, name: string, path: string, url: string}|null */
	private function file(Run $run, ?int $id): ?array {
		try {
			$file = $id === null ? null : $this->files->byId($run->userId, $id);
		} catch (FilesFault) {
			$file = null;
		}
		return $file === null ? null : ['id' => $file->id, 'name' => $file->name(), 'path' => $file->path, 'url' => $this->urls->file($file->id)];
	}
}
