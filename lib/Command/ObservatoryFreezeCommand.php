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
use Symfony\Component\Console\Input\InputOption;
use Symfony\Component\Console\Output\OutputInterface;

/** occ compagnon:observatory:freeze: counts a survey; nothing is taken in or given back from then on. */
final class ObservatoryFreezeCommand extends ObservatoryCommand {
	public function __construct(
		private readonly ReleaseConsole $console,
	) {
		parent::__construct();
	}

	#[\Override]
	protected function configure(): void {
		$this->setName('compagnon:observatory:freeze')
			->setDescription('Ends a survey and counts it; nothing is taken in or given back from then on')
			->addArgument('survey', InputArgument::REQUIRED, 'Id of the survey')
			->addArgument('period', InputArgument::REQUIRED, 'For instance 2026-Q4')
			->addOption('early', null, InputOption::VALUE_NONE, 'Although answers can still arrive');
	}

	#[\Override]
	protected function act(InputInterface $input, OutputInterface $output): int {
		return self::say($output, $this->console->freeze(self::argument($input, 'survey'), self::argument($input, 'period'), $input->getOption('early') === true));
	}
}
