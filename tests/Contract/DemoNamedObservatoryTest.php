<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Contract;

use OCA\Compagnon\Demo\Adapter\DemoNamedObservatory;
use OCA\Compagnon\Port\NamedObservatory;
use PHPUnit\Framework\Attributes\CoversClass;

#[CoversClass(DemoNamedObservatory::class)]
final class DemoNamedObservatoryTest extends NamedObservatoryContract {
	private DemoSpace $space;

	#[\Override]
	protected function observatory(?array $written): NamedObservatory {
		$this->space = new DemoSpace();
		if ($written !== null) {
			file_put_contents($this->space->folder . '/' . DemoNamedObservatory::FILE, json_encode($written, JSON_THROW_ON_ERROR));
		}
		return $this->space->container->get(NamedObservatory::class);
	}

	public function testWhatIsNoJsonIsNone(): void {
		$observatory = $this->observatory(null);
		file_put_contents($this->space->folder . '/' . DemoNamedObservatory::FILE, '{');

		self::assertSame([], $observatory->written());
	}
}
