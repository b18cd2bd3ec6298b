<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer;

use OCA\Compagnon\Port\Clock;
use OCA\Compagnon\Port\Jobs;
use OCA\Compagnon\Space\SpaceSettings;
use OCA\Compagnon\Transfer\Oauth\Clients;
use OCA\Compagnon\Transfer\Oauth\Connection;
use OCA\Compagnon\Transfer\Oauth\ConnectionState;
use OCA\Compagnon\Transfer\Oauth\ListConnections;
use OCA\Compagnon\Transfer\Run\Run;
use OCA\Compagnon\Transfer\Run\RunRepository;
use OCA\Compagnon\Transfer\Run\RunView;
use OCA\Compagnon\Transfer\Source\Source;
use OCA\Compagnon\Transfer\Source\Sources;

/**
 * What a person can do about moving in, and what is under way.
 *
 * @phpstan-import-type LineOf from RunView
 */
final readonly class ShowOverview {
	/** Seconds after which the space's own work is late: three times what is usual. */
	private const LATE = ['cron' => 900, 'webcron' => 2700, 'ajax' => 3600];

	public function __construct(
		private TransferRules $rules,
		private SpaceSettings $space,
		private Sources $sources,
		private Clients $clients,
		private ListConnections $connections,
		private RunRepository $runs,
		private RunView $view,
		private Jobs $jobs,
		private Clock $clock,
	) {
	}

	/** @return array<string, mixed> as the schema TransferOverview of openapi.json */
	public function show(string $userId): array {
		return [
			'may' => $this->rules->may($userId),
			'mayForOthers' => $this->rules->mayForOthers($userId),
			'contact' => $this->space->contact(),
			'sources' => array_map($this->source(...), $this->sources->all()),
			'connections' => array_map(self::connection(...), $this->connections->list($userId)),
			'runs' => $this->runs($userId),
			'cron' => $this->cron(),
		];
	}

	/** @return list<LineOf> the newest first */
	private function runs(string $userId): array {
		$runs = [...$this->runs->ofPerson($userId), ...$this->runs->startedBy($userId)];
		usort($runs, static fn (Run $a, Run $b): int => [$b->createdAt, $a->id] <=> [$a->createdAt, $b->id]);
		return array_map(fn (Run $run): array => $this->view->line($run, $userId), $runs);
	}

	/** @return array{id: string, name: string, needsConnection: bool, configured: bool} */
	private function source(Source $source): array {
		return [
			'id' => $source->id(),
			'name' => $source->name(),
			'needsConnection' => $source->needsConnection(),
			'configured' => !$source->needsConnection() || $this->clients->get($source->id()) !== null,
		];
	}

	/** @return array{id: string, source: string, label: string, state: 'ready'|'broken', createdAt: int} */
	private static function connection(Connection $connection): array {
		return [
			'id' => $connection->id,
			'source' => $connection->source,
			'label' => $connection->label,
			'state' => $connection->state === ConnectionState::Ready ? 'ready' : 'broken',
			'createdAt' => $connection->createdAt,
		];
	}

	/** @return array{mode: 'cron'|'webcron'|'ajax', lastRun: ?int, late: bool} */
	private function cron(): array {
		['mode' => $mode, 'lastRun' => $last] = $this->jobs->pace();
		return ['mode' => $mode, 'lastRun' => $last, 'late' => $last === null || $this->clock->now() - $last > self::LATE[$mode]];
	}
}
