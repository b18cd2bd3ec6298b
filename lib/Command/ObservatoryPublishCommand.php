<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Command;

use OCA\Compagnon\Observatory\Console\ReleaseConsole;
use Symfony\Component\Console\Input\InputArgument;
use Symfony\Component\Console\Input\InputInterface;
use Symfony\Component\Console\Output\OutputInterface;

/** occ compagnon:observatory:publish: makes what was counted public, once. */
final class ObservatoryPublishCommand extends ObservatoryCommand {
	public function __construct(
		private readonly ReleaseConsole $console,
	) {
		parent::__construct();
	}

	#[\Override]
	protected function configure(): void {
		$this->setName('compagnon:observatory:publish')
			->setDescription('Makes the results of a survey public, once and for good')
			->addArgument('survey', InputArgument::REQUIRED, 'Id of the survey')
			->addArgument('period', InputArgument::REQUIRED, 'For instance 2026-Q4');
	}

	#[\Override]
	protected function act(InputInterface $input, OutputInterface $output): int {
		return self::say($output, $this->console->publish(self::argument($input, 'survey'), self::argument($input, 'period')));
	}
}
