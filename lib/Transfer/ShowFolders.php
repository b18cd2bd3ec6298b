<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer;

use OCA\Compagnon\Error\Refusal;
use OCA\Compagnon\Transfer\Fault\Fault;
use OCA\Compagnon\Transfer\Fault\FaultRefusal;
use OCA\Compagnon\Transfer\Run\RunAccess;
use OCA\Compagnon\Transfer\Source\SourceFolder;
use OCA\Compagnon\Transfer\Source\Sources;

/** What can be chosen at the source of a run. */
final readonly class ShowFolders {
	public function __construct(
		private RunAccess $access,
		private Sources $sources,
	) {
	}

	/**
	 * @param ?string $folder null for the top
	 * @return list<array{id: string, name: string, kind: string, hasChildren: bool, size: ?int, items: ?int}>
	 * @throws Refusal
	 */
	public function show(string $asker, string $id, ?string $folder): array {
		$run = $this->access->own($asker, $id);
		try {
			$folders = $this->sources->get($run->source)->folders($run->access(), $folder);
		} catch (Fault $e) {
			throw FaultRefusal::of($e);
		}
		return array_map(static fn (SourceFolder $one): array => [
			'id' => $one->id,
			'name' => mb_scrub($one->name, 'UTF-8'),
			'kind' => $one->kind,
			'hasChildren' => $one->hasChildren,
			'size' => $one->size,
			'items' => $one->items,
		], $folders);
	}
}
