<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Nextcloud\Transfer;

use OCA\Compagnon\Error\Unavailable;
use OCA\Compagnon\Port\Settings;
use OCA\Compagnon\Port\Staging;
use OCP\IConfig;

/**
 * A folder of ours below the one of the settings, else of the system config value `compagnon.staging`, else of the data
 * directory: a plain folder of the disk, of nobody's files, that only the server's account looks into.
 */
final readonly class ServerStaging implements Staging {
	public const CONFIG = 'compagnon.staging';
	public const SETTING = 'transfer_staging';

	public function __construct(
		private IConfig $config,
		private Settings $settings,
	) {
	}

	#[\Override]
	public function folder(): string {
		$below = rtrim($this->below(), '/');
		$folder = $below . '/compagnon-staging-' . $this->config->getSystemValueString('instanceid');
		if (!is_dir($folder) && !@mkdir($folder, 0o700) && !is_dir($folder)) {
			throw Unavailable::storage(new \RuntimeException("$folder cannot be made"));
		}
		if (!is_writable($folder)) {
			throw Unavailable::storage(new \RuntimeException("$folder cannot be written"));
		}
		return $folder;
	}

	#[\Override]
	public function room(): ?int {
		$free = @disk_free_space($this->folder());
		return $free === false ? null : (int)$free;
	}

	private function below(): string {
		$data = rtrim($this->config->getSystemValueString('datadirectory'), '/');
		$named = $this->settings->text(self::SETTING, '');
		$named = $named === '' ? $this->config->getSystemValueString(self::CONFIG) : $named;
		if ($named === '') {
			return $data;
		}
		$real = realpath($named);
		if ($real === false || str_starts_with("$real/", realpath($data) . '/')) {
			throw Unavailable::storage(new \RuntimeException("$named is no folder, or lies in the data directory, among what belongs to people"));
		}
		return $real;
	}
}
