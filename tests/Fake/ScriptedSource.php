<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Fake;

use OCA\Compagnon\Http\Answer;
use OCA\Compagnon\Transfer\Fault\Fault;
use OCA\Compagnon\Transfer\Fault\FaultKind;
use OCA\Compagnon\Transfer\Item\Item;
use OCA\Compagnon\Transfer\Source\Access;
use OCA\Compagnon\Transfer\Source\Choice;
use OCA\Compagnon\Transfer\Source\Effort;
use OCA\Compagnon\Transfer\Source\Fetch;
use OCA\Compagnon\Transfer\Source\FoundItem;
use OCA\Compagnon\Transfer\Source\Page;
use OCA\Compagnon\Transfer\Source\Source;
use OCA\Compagnon\Transfer\Source\SourceFolder;
use OCA\Compagnon\Transfer\Source\Weight;

/** A source that has what a test gives it. */
final class ScriptedSource implements Source {
	/** @var list<FoundItem> */
	public array $items = [];
	/** @var list<SourceFolder> */
	public array $folders = [];
	/** @var list<array{Access, ?string}> what was asked for folders */
	public array $asked = [];
	public ?Fault $fault = null;
	public Weight $weight;
	/** With how much the last folder was weighed. */
	public ?Effort $effort = null;

	public function __construct(
		private readonly string $id = 'google',
		private readonly string $name = 'Google Drive',
		private readonly bool $needsConnection = true,
	) {
		$this->weight = new Weight(0, 0, true);
	}

	#[\Override]
	public function id(): string {
		return $this->id;
	}

	#[\Override]
	public function name(): string {
		return $this->name;
	}

	#[\Override]
	public function needsConnection(): bool {
		return $this->needsConnection;
	}

	#[\Override]
	public function folders(Access $access, ?string $folder): array {
		$this->asked[] = [$access, $folder];
		return $this->fault === null ? $this->folders : throw $this->fault;
	}

	#[\Override]
	public function weigh(Access $access, string $folder, Effort $effort): Weight {
		$this->asked[] = [$access, $folder];
		$this->effort = $effort;
		return $this->fault === null ? $this->weight : throw $this->fault;
	}

	#[\Override]
	public function list(Access $access, Choice $choice, ?string $cursor): Page {
		return $this->fault === null ? new Page($this->items, null) : throw $this->fault;
	}

	#[\Override]
	public function fetch(Access $access, Item $item, int $offset): Fetch {
		throw new Fault(FaultKind::Final, 'vanished');
	}

	#[\Override]
	public function fault(Answer $answer, ?Item $item): Fault {
		return new Fault(FaultKind::Again, 'bad_answer');
	}

	#[\Override]
	public function idOfLink(string $link): ?string {
		return str_starts_with($link, "https://$this->id.example/") ? substr($link, strlen("https://$this->id.example/")) : null;
	}
}
