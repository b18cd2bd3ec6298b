<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Source\Dropbox;

use OCA\Compagnon\Transfer\Fault\Fault;
use OCA\Compagnon\Transfer\Fault\FaultKind;
use OCA\Compagnon\Transfer\Source\Access;
use OCA\Compagnon\Transfer\Source\Fields;

/** Who else has access. What is not known is left out: nobody's move waits for it. */
final readonly class DropboxSharing {
	public function __construct(
		private DropboxApi $api,
	) {
	}

	/**
	 * @param string $label address of the account itself
	 * @return list<string> addresses of people and names of groups
	 */
	public function members(Access $access, string $sharedFolder, string $label): array {
		$answer = $this->ask($access, 'sharing/list_folder_members', ['shared_folder_id' => $sharedFolder, 'limit' => 1000]);
		$names = [
			...array_map(static fn (Fields $one): ?string => $one->in('user')->text('email'), $answer->all('users')),
			...array_map(static fn (Fields $one): ?string => $one->in('group')->text('group_name'), $answer->all('groups')),
			...array_map(static fn (Fields $one): ?string => $one->in('invitee')->text('email'), $answer->all('invitees')),
		];
		return array_values(array_unique(array_filter($names, static fn (?string $name): bool => $name !== null && $name !== $label)));
	}

	/** @return list<string> paths of folders that belong to somebody else */
	public function foreignFolders(Access $access): array {
		$paths = [];
		$answer = $this->ask($access, 'sharing/list_folders', ['limit' => 1000]);
		while (true) {
			foreach ($answer->all('entries') as $folder) {
				$isForeign = $folder->in('access_type')->text('.tag') !== 'owner' && !$folder->flag('is_team_folder');
				$paths[] = $isForeign ? $folder->text('path_lower') : null;
			}
			$cursor = $answer->text('cursor');
			if ($cursor === null) {
				return array_values(array_filter($paths, is_string(...)));
			}
			$answer = $this->ask($access, 'sharing/list_folders/continue', ['cursor' => $cursor]);
		}
	}

	/** @param array<string, mixed> $argument */
	private function ask(Access $access, string $route, array $argument): Fields {
		try {
			return $this->api->call($access, $route, $argument);
		} catch (Fault $e) {
			$isOurs = in_array($e->kind, [FaultKind::Throttled, FaultKind::Again], true) || $e->reason === 'reconnect';
			return $isOurs ? throw $e : new Fields([]);
		}
	}
}
