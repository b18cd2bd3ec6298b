<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer;

use OCA\Compagnon\Error\Invalid;
use OCA\Compagnon\Error\Refused;
use OCA\Compagnon\Port\Clock;
use OCA\Compagnon\Port\Notifier;
use OCA\Compagnon\Port\People;
use OCA\Compagnon\Port\Random;
use OCA\Compagnon\Port\Urls;
use OCA\Compagnon\Transfer\Fault\Fault;
use OCA\Compagnon\Transfer\Run\Run;
use OCA\Compagnon\Transfer\Run\RunInputs;
use OCA\Compagnon\Transfer\Run\RunOptions;
use OCA\Compagnon\Transfer\Run\RunPhase;
use OCA\Compagnon\Transfer\Run\RunRepository;
use OCA\Compagnon\Transfer\Run\RunState;
use OCA\Compagnon\Transfer\Run\RunView;
use OCA\Compagnon\Transfer\Run\TargetFolder;
use OCA\Compagnon\Transfer\Source\Source;
use OCA\Compagnon\Transfer\Source\Sources;

/** Begins a move: a draft of one's own, or a proposal to a member, who has to accept it. */
final readonly class CreateRun {
	/** Drafts that a person has at once; older ones fall away. */
	private const DRAFTS = 3;

	public function __construct(
		private TransferRules $rules,
		private Sources $sources,
		private RunInputs $inputs,
		private TargetFolder $target,
		private RunRepository $runs,
		private EraseRun $erase,
		private RunView $view,
		private People $people,
		private Notifier $notifier,
		private Urls $urls,
		private Random $random,
		private Clock $clock,
	) {
	}

	/**
	 * @param list<int> $archives
	 * @param ?string $person whose space is filled; null for one's own
	 * @return array<string, mixed> see RunView
	 * @throws Invalid
	 * @throws Refused
	 */
	public function create(string $asker, string $source, ?string $connection, array $archives, string $target, ?string $person): array {
		$this->rules->require($asker);
		$source = $this->source($source);
		$run = $person === null || $person === $asker
			? $this->draft($asker, $source, $connection, $archives, $target)
			: $this->proposal($asker, $source, $archives, $target, $person);
		$this->runs->create($run);
		return $this->view->of($run, $asker);
	}

	/** @param list<int> $archives */
	private function draft(string $asker, Source $source, ?string $connection, array $archives, string $target): Run {
		[$account, $options] = $this->inputs->fill($asker, $source, $connection, $archives, new RunOptions($this->target->checked($asker, $target)));
		$drafts = array_filter($this->runs->ofPerson($asker), static fn (Run $run): bool => $run->state === RunState::Draft);
		foreach (array_slice($drafts, self::DRAFTS - 1) as $old) {
			$this->erase->erase($old);
		}
		return $this->run($asker, $asker, $source, $account, RunState::Draft, $options);
	}

	/**
	 * With what and where exactly, the person says when they accept.
	 *
	 * @param list<int> $archives
	 */
	private function proposal(string $asker, Source $source, array $archives, string $target, string $person): Run {
		$this->rules->requireForOthers($asker);
		if (!$this->people->exists($person)) {
			throw new Invalid('person', 'There is no member of this name. Choose one from the list.');
		}
		$run = $this->run($person, $asker, $source, null, RunState::Asked, new RunOptions($this->target->path($target), archives: $archives));
		$this->notifier->tell(
			$person,
			$run->id,
			'{name} proposes to bring your files from {source} into this space. Nothing happens before you say yes.',
			['name' => $this->people->name($asker), 'source' => $source->name()],
			$this->urls->page('transfer?run=' . $run->id),
		);
		return $run;
	}

	private function run(string $person, string $startedBy, Source $source, ?string $account, RunState $state, RunOptions $options): Run {
		return new Run($this->random->id(), $person, $startedBy, $source->id(), $account, $state, RunPhase::Scan, $options, $this->clock->now());
	}

	private function source(string $id): Source {
		try {
			return $this->sources->get($id);
		} catch (Fault $e) {
			throw new Invalid('source', 'Nothing can be brought from there. Reload the page to see from where.', previous: $e);
		}
	}
}
