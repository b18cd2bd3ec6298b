<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Nextcloud\Facts;

use OCP\App\IAppManager;
use OCP\IConfig;
use OCP\IUser;

/**
 * Folders that apps make in a person's home by themselves, often at the first look at a page, and hidden ones. Only where
 * hardly anybody would give that name to a folder of their own: "Photos" is not among them.
 */
final readonly class AppFolders {
	/** By app, as Talk and Deck 32 have it: the setting of the person that names the folder, and its default. */
	private const FOLDERS = [
		'spreed' => ['attachment_folder', '/Talk'],
		'deck' => ['attachment_folder', '/Deck'],
	];

	public function __construct(
		private IConfig $config,
		private IAppManager $apps,
	) {
	}

	/** @return \Closure(string): bool whether a path below the person's home belongs there */
	public function of(IUser $user): \Closure {
		$made = [];
		foreach (self::FOLDERS as $app => [$setting, $default]) {
			if ($this->apps->isEnabledForUser($app, $user)) {
				$usual = $this->config->getAppValue($app, "default_$setting", $default);
				$made[] = trim($this->config->getUserValue($user->getUID(), $app, $setting, $usual), '/');
			}
		}
		return static fn (string $path): bool => str_contains("/$path", '/.') || in_array($path, $made, true);
	}
}
