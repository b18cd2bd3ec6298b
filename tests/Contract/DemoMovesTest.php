<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Contract;

use OCA\Compagnon\Demo\Adapter\DemoJobs;
use OCA\Compagnon\Demo\App\Container;
use OCA\Compagnon\Port\Database;
use OCA\Compagnon\Port\Files;
use OCA\Compagnon\Port\Jobs;
use OCA\Compagnon\Port\NameRules;
use OCA\Compagnon\Port\Staging;
use OCA\Compagnon\Tests\Fake\RealSpace;
use PHPUnit\Framework\Attributes\CoversNothing;

#[CoversNothing]
final class DemoMovesTest extends WholeMoves {
	private DemoSpace $space;

	#[\Override]
	protected function space(): RealSpace {
		$this->space = new DemoSpace();
		return self::parts($this->space->container);
	}

	#[\Override]
	protected function listed(): array {
		return $this->space->container->get(DemoJobs::class)->due(PHP_INT_MAX);
	}

	#[\Override]
	protected function process(): array {
		return [PHP_BINARY, __DIR__ . '/demo-mover.php', $this->space->folder];
	}

	#[\Override]
	protected function later(): void {
	}

	public static function parts(Container $container): RealSpace {
		return new RealSpace(
			'contract-in',
			$container->get(Database::class),
			$container->get(Files::class),
			$container->get(Jobs::class),
			$container->get(Staging::class),
			$container->get(NameRules::class),
		);
	}
}
