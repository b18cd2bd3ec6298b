<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Source;

use OCA\Compagnon\Http\Answer;
use OCA\Compagnon\Transfer\Fault\Fault;
use OCA\Compagnon\Transfer\Item\Item;

/**
 * Where things come from: a folder below this one for each, held to tests/Contract/SourceContract. A source only reads;
 * it never changes or deletes anything where it reads. It keeps no state between calls: cursors are texts of its own.
 */
interface Source {
	/** @return string for instance "google" */
	public function id(): string;

	/** @return string what people call it: "Google Drive" */
	public function name(): string;

	/** @return bool whether it needs an account at a provider */
	public function needsConnection(): bool;

	/**
	 * @param ?string $folder id of a folder; null for the top
	 * @return list<SourceFolder> what can be chosen there, with sizes where they are known
	 * @throws Fault
	 */
	public function folders(Access $access, ?string $folder): array;

	/**
	 * Adds up what lies below a folder of which folders() does not say that.
	 *
	 * @param string $folder its id
	 * @param Effort $effort how much may be asked for; every request is counted there
	 * @throws Fault when nothing at all was learnt
	 */
	public function weigh(Access $access, string $folder, Effort $effort): Weight;

	/**
	 * One page of everything below what was chosen. Parents may come after their children.
	 *
	 * @param ?string $cursor from the page before; null for the first
	 * @throws Fault
	 */
	public function list(Access $access, Choice $choice, ?string $cursor): Page;

	/**
	 * How to fetch an item from a byte on.
	 *
	 * @param int $offset bytes that are here already; only more than 0 where the last fetch could resume
	 * @throws Fault
	 */
	public function fetch(Access $access, Item $item, int $offset): Fetch;

	/** What an answer that is not 2xx means for this item. */
	public function fault(Answer $answer, ?Item $item): Fault;

	/** @return ?string id of the item that an old link of this provider leads to; null when it is not one of its links */
	public function idOfLink(string $link): ?string;
}
