<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Http\Support;

/** One operation of openapi.json. */
final readonly class Operation {
	/** A message that nobody signed: 32 and 64 bytes of nothing. */
	private const UNSIGNED = [
		'message' => '{}',
		'key' => 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=',
		'signature' => 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA==',
	];

	/** Requests that the contract accepts, for each operation that needs a body. */
	private const BODIES = [
		'tour-move' => ['step' => 'list', 'revision' => 1],
		'tour-pause' => ['revision' => 1],
		'tour-finish' => ['revision' => 1],
		'tour-snooze' => ['days' => 7],
		'adventure-move' => ['number' => 0, 'kind' => 'begin', 'role' => 'nobody'],
		'adventure-check' => ['quest' => 'nothing', 'level' => 'essential', 'number' => 0],
		'adventure-restart' => ['number' => 0],
		'me-update' => ['quiet' => true],
		'admin-update' => ['offers' => true, 'contact' => ''],
		'check-store' => ['results' => []],
		'connection-begin' => ['source' => 'google'],
		'run-create' => ['source' => 'archive', 'target' => '', 'archives' => []],
		'run-choose' => [
			'target' => '', 'folders' => [], 'without' => [], 'documents' => 'office', 'sharedWithMe' => true, 'photos' => true,
			'conflicts' => 'both', 'safeNames' => false,
		],
		'run-weigh' => ['folder' => 'nothing'],
		'transferadmin-update' => ['members' => true, 'bandwidth' => null, 'fast' => true, 'staging' => ''],
		'survey-answer' => ['answers' => [], 'texts' => [], 'notice' => '0000000000000000000000000000000000000000000000000000000000000000'],
		'survey-withdraw' => ['code' => 'AAAA'],
		'survey-choose' => ['every' => 3, 'never' => false, 'counted' => true],
		'surveyadmin-update' => ['surveys' => 'off', 'figures' => false, 'leftOut' => [], 'notice' => '0000000000000000000000000000000000000000000000000000000000000000'],
		'surveyadmin-preview' => ['leftOut' => []],
		'surveyadmin-withdraw' => ['id' => 'all'],
		'transferadmin-client' => ['id' => '', 'secret' => null],
		'observatoryregistry-enrol' => self::UNSIGNED,
		'observatoryregistry-tokens' => self::UNSIGNED,
		'observatorycollector-take' => ['sealed' => ''],
		'observatorycollector-withdraw' => ['report' => '00000000-0000-4000-8000-000000000000', 'secret' => '0000000000000000000000000000000000000000'],
	];

	/**
	 * @param list<int> $statuses that it may answer with
	 * @param bool $isPublic whether nobody has to be logged in
	 */
	public function __construct(
		public string $id,
		public string $method,
		public string $path,
		public bool $hasBody,
		public array $statuses,
		public bool $isPublic,
	) {
	}

	public function isAdmin(): bool {
		return preg_match('/^(admin|check|transferadmin|surveyadmin)-/', $this->id) === 1;
	}

	/** @return array<string, mixed> */
	public function body(): array {
		return self::BODIES[$this->id] ?? [];
	}

	/** @param array<string, string> $parameters of the path */
	public function address(array $parameters = []): string {
		$address = $this->path;
		foreach ($parameters + ['tour' => 'files-first-steps', 'step' => 'folder', 'story' => 'short-visit', 'run' => 'nothing', 'connection' => 'nothing', 'source' => 'google', 'number' => '1', 'id' => 'nothing', 'survey' => 'nothing', 'period' => '2026-Q4'] as $name => $value) {
			$address = str_replace('{' . $name . '}', rawurlencode($value), $address);
		}
		return $address;
	}
}
