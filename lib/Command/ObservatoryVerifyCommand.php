<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Command;

use OCA\Compagnon\Observatory\Console\VerifyConsole;
use Symfony\Component\Console\Input\InputInterface;
use Symfony\Component\Console\Output\OutputInterface;

/** occ compagnon:observatory:verify: whether what the observatory has said still holds. */
final class ObservatoryVerifyCommand extends ObservatoryCommand {
	public function __construct(
		private readonly VerifyConsole $console,
	) {
		parent::__construct();
	}

	#[\Override]
	protected function configure(): void {
		$this->setName('compagnon:observatory:verify')
			->setDescription('Checks every catalogue and release against the one before, and that no number under 11 is out. Exits with 1 when something does not hold');
	}

	#[\Override]
	protected function act(InputInterface $input, OutputInterface $output): int {
		['lines' => $lines, 'holds' => $holds] = $this->console->verify();
		self::say($output, $lines);
		return $holds ? self::SUCCESS : self::FAILURE;
	}
}
