<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Report;

use OCA\Compagnon\Port\Clock;
use OCA\Compagnon\Port\Files;
use OCA\Compagnon\Port\Log;
use OCA\Compagnon\Port\NameRules;
use OCA\Compagnon\Port\Texts;
use OCA\Compagnon\Transfer\Names\NamePlanner;
use OCA\Compagnon\Transfer\Run\Run;
use OCA\Compagnon\Transfer\Run\RunState;
use OCA\Compagnon\Transfer\Run\RunView;
use OCA\Compagnon\Transfer\Target\Content;
use OCA\Compagnon\Transfer\Target\FilesFault;
use OCA\Compagnon\Transfer\Target\StoredFile;

/** Puts the report beside what has come, as a document that stays when the app goes. */
final readonly class StoreReport implements ReportFile {
	public function __construct(
		private CountTotals $totals,
		private WriteReport $report,
		private RunView $view,
		private Files $files,
		private NameRules $rules,
		private Texts $texts,
		private Log $log,
		private Clock $clock,
	) {
	}

	#[\Override]
	public function write(Run $run, RunState $end, ?string $code): array {
		$totals = $this->totals->of($run);
		$texts = $this->texts->of($run->userId);
		$values = ['source' => $this->view->sourceName($run), 'date' => gmdate('Y-m-d', $this->clock->now())];
		$content = Content::ofBytes($this->report->write($run, new Outcome($end, $code, $values['source'], $values['date']), $totals, $texts));
		try {
			$stored = $this->replaced($run, $totals, $content) ?? $this->stored($run, $texts->t('Report of the move {date} ({source}).md', $values), $content);
		} catch (FilesFault $e) {
			$this->log->warning('The report of a move could not be stored: {cause}', ['cause' => $e->kind->value]);
			return [];
		}
		return ['file' => $stored->id, 'etag' => $stored->etag];
	}

	private function replaced(Run $run, Totals $totals, Content $content): ?StoredFile {
		$old = $totals->file === null ? null : $this->files->byId($run->userId, $totals->file);
		return $old !== null && $old->etag === $totals->etag
			? $this->files->replace($run->userId, $old->id, $old->etag, $content, null)
			: null;
	}

	private function stored(Run $run, string $name, Content $content): StoredFile {
		$folder = $this->files->makeFolder($run->userId, $run->options->target)->path;
		$taken = array_map(static fn (StoredFile $file): string => $file->name(), $this->files->children($run->userId, $folder));
		$plan = (new NamePlanner($this->rules))->plan([['key' => 'report', 'name' => $name, 'isFolder' => false]], $taken, mb_strlen($folder), $run->options->safeNames);
		return $this->files->create($run->userId, $folder, $plan['report']->name, $content, null);
	}
}
