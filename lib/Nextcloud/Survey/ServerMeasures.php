<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Nextcloud\Survey;

use OCA\Compagnon\Port\SpaceMeasures;
use OCP\App\IAppManager;
use OCP\IAppConfig;

final readonly class ServerMeasures implements SpaceMeasures {
	public function __construct(
		private PeopleRows $people,
		private FileRows $files,
		private TimeLimit $limit,
		private IAppManager $apps,
		private IAppConfig $config,
	) {
	}

	#[\Override]
	public function accounts(array $without): int {
		return $this->limit->over(fn (): int => $this->people->accounts($without));
	}

	#[\Override]
	public function active(int $since, array $without): int {
		return $this->limit->over(fn (): int => $this->people->active($since, $without));
	}

	#[\Override]
	public function begun(): ?int {
		// Written by the server when it is installed, as seconds with a fraction.
		$begun = (int)(float)$this->config->getValueString('core', 'installedat');
		return $begun > 0 ? $begun : null;
	}

	#[\Override]
	public function bytes(array $without): int {
		return $this->limit->over(fn (): int => $this->files->bytes($without));
	}

	#[\Override]
	public function files(array $without, int $most): int {
		return $this->limit->over(fn (): int => $this->files->files($without, $most));
	}

	#[\Override]
	public function apps(array $asked): array {
		return array_values(array_filter($asked, $this->apps->isEnabledForAnyone(...)));
	}

	#[\Override]
	public function groups(array $without): int {
		return $this->limit->over(fn (): int => $this->people->groups($without));
	}

	#[\Override]
	public function shares(array $without): int {
		return $this->limit->over(fn (): int => $this->people->shares($without));
	}

	#[\Override]
	public function links(array $without): int {
		return $this->limit->over(fn (): int => $this->people->links($without));
	}

	#[\Override]
	public function guests(array $without): int {
		return $this->limit->over(fn (): int => $this->people->guests($without));
	}

	#[\Override]
	public function withClient(int $since, array $without): int {
		return $this->limit->over(fn (): int => $this->people->withClient($since, $without));
	}
}
